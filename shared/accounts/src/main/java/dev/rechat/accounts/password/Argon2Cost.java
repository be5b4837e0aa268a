package dev.rechat.accounts.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

/**
 * What one hash with Argon2id costs. The library would look for a properties file on the class path if it could choose.
 *
 * @param memoryKib held while it runs
 * @param passes over that memory
 * @param lanes that could be filled side by side
 */
public record Argon2Cost(int memoryKib, int passes, int lanes) {

    /** What new hashes are made with; docs/performance.md says why it is this. */
    public static final Argon2Cost CURRENT = new Argon2Cost(19 * 1024, 2, 1);

    private static final int HASH_BYTES = 32;

    /** The encoded hash, with its parameters. Blocks, and burns processor time and memory on purpose. */
    public String hash(byte[] password, byte[] salt) {
        return function().hash(password, salt).getResult();
    }

    /** Whether a hash was made at this cost, with the variant and length of ours. */
    boolean made(Argon2Function other) {
        return function().equals(other);
    }

    private Argon2Function function() {
        return Argon2Function.getInstance(
                memoryKib, passes, lanes, HASH_BYTES, Argon2.ID, Argon2Function.ARGON2_VERSION_13);
    }
}
