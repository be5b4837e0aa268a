package dev.rechat.persistence.conversation;

import io.micronaut.core.annotation.Introspected;

/**
 * How many conversations of the list have something.
 *
 * @param name an id or a tag
 */
@Introspected
public record NamedCount(String name, long conversations) {

    /** Without the name: what people write is never logged. */
    @Override
    public String toString() {
        return "NamedCount[" + conversations + "]";
    }
}
