package dev.rechat.admin.maintenance;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** All of them. */
@Serdeable
record TaskList(List<TaskView> data) {

    TaskList {
        data = List.copyOf(data);
    }
}
