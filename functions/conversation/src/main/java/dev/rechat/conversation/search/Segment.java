package dev.rechat.conversation.search;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A piece of shown text.
 *
 * @param match whether it is what was looked for
 */
@Serdeable
record Segment(String text, boolean match) {

    /** Without the text: what people write is never logged. */
    @Override
    public String toString() {
        return "Segment[match=" + match + "]";
    }
}
