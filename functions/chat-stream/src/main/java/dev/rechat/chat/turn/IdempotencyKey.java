package dev.rechat.chat.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.hash.Sha256;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client's word for one request, as in the draft "The Idempotency-Key HTTP Header Field". It becomes the turn's id, so
 * that the table's primary key makes the turn exist once, on however many instances the request arrives.
 */
public final class IdempotencyKey {

    /** The header it comes in. */
    static final String HEADER = "Idempotency-Key";

    private static final int MAX_LENGTH = 255;

    private IdempotencyKey() {}

    /**
     * The turn that a request names.
     *
     * @return null when it names none
     */
    public static @Nullable TurnId turn(UserId user, @Nullable TurnId given, @Nullable String key) {
        if (key == null) {
            return given;
        }
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            throw new ValidationException(HEADER, "invalid", "the key must have 1 to 255 characters");
        }
        TurnId named = named(user, key);
        if (given != null && !given.equals(named)) {
            throw new ValidationException("turn_id", "ambiguous", "send either turn_id or an idempotency key");
        }
        return named;
    }

    /** A UUID of version 8 (RFC 9562 §5.8) out of the person and the key: two people's keys never meet. */
    private static TurnId named(UserId user, String key) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.digest((user + "\n" + key).getBytes(UTF_8)));
        long high = hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
        long low = hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new TurnId(new UUID(high, low));
    }
}
