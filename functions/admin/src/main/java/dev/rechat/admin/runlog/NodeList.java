package dev.rechat.admin.runlog;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** All nodes of a run, in the order in which they began. */
@Serdeable
record NodeList(List<NodeRow> data) {

    NodeList {
        data = List.copyOf(data);
    }
}
