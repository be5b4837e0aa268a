package dev.rechat.admin.runlog;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Every store that is configured. */
@Serdeable
record StatusView(List<StoreView> stores) {

    StatusView {
        stores = List.copyOf(stores);
    }
}
