package dev.rechat.accounts.audit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Fields as bytes, each behind its length, so that no two lists of fields are the same bytes. Never to be changed: seals that are
 * years old are verified with it.
 */
final class Fields {

    private static final int NONE = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Text in UTF-8; null is another thing than an empty text. */
    Fields add(@Nullable String text) {
        if (text == null) {
            bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(NONE).array());
            return this;
        }
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(content.length).array());
        bytes.writeBytes(content);
        return this;
    }

    Fields add(long number) {
        return add(Long.toString(number));
    }

    /** To the millisecond, as the database keeps it. */
    Fields add(Instant time) {
        return add(time.toEpochMilli());
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
