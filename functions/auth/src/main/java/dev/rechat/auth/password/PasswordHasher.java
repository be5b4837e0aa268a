package dev.rechat.auth.password;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;

/**
 * Argon2id with the parameters that OWASP names for servers (19 MiB, 2 passes, 1 lane). They stand here and nowhere
 * else: the library would look for a properties file on the class path if we let it choose. Thread-safe; each call
 * burns processor time and memory on purpose.
 */
@Singleton
public final class PasswordHasher {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** More at once would not be faster, and each holds 19 MiB: a crowd at the door must not take the process down. */
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** The encoded hash, with its parameters and a salt of its own. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        places.acquireUninterruptibly();
        try {
            return argon().hash(bytes(password), salt).getResult();
        } finally {
            places.release();
        }
    }

    /** Whether this is the password of that hash; the comparison takes the same time for any two hashes. */
    public boolean matches(String password, String encodedHash) {
        places.acquireUninterruptibly();
        try {
            return Argon2Function.getInstanceFromHash(encodedHash)
                    .check(bytes(password), encodedHash.getBytes(StandardCharsets.US_ASCII));
        } finally {
            places.release();
        }
    }

    /** The work of {@link #matches} for an account that does not exist, so that time does not tell. */
    public void spend(String password) {
        String unused = hash(password);
    }

    /** Whether two texts are one password. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(bytes(one), bytes(other));
    }

    private static Argon2Function argon() {
        return Argon2Function.getInstance(
                MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID, Argon2Function.ARGON2_VERSION_13);
    }

    /** One password typed on two devices may differ in its code points; NFKC is what NIST SP 800-63B asks for. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
