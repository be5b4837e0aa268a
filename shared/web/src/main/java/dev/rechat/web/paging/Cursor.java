package dev.rechat.web.paging;

import dev.rechat.kernel.error.ValidationException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A position in a list as an opaque text. It is a place, not a permission: what is read from it goes through the same
 * checks as any other input.
 *
 * @param parts the values of the sort keys, without line feeds
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\n";
    /** Of a name of a hundred signs, each of four bytes, with the rest of a place. */
    private static final int MAX_LENGTH = 1024;

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(String... parts) {
        return new Cursor(List.of(parts));
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ValidationException when this is not one of our cursors */
    static Cursor decode(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            throw invalid();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            String joined = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Cursor(List.of(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            throw invalid();
        }
    }

    /** What to throw when the parts are not what the list needs. */
    public static ValidationException invalid() {
        return new ValidationException("cursor", "invalid", "is not a cursor of this list");
    }
}
