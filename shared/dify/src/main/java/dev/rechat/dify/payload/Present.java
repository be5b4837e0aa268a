package dev.rechat.dify.payload;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes one thing of the several ways in which JSON says that something is not there. */
final class Present {

    private Present() {}

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    static @Nullable JsonNode node(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
