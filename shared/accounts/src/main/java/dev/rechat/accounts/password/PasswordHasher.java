package dev.rechat.accounts.password;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Hashes passwords with Argon2id at {@link Argon2Cost#CURRENT}, and checks them against hashes of any cost and against
 * bcrypt's, which imported accounts have. Thread-safe; each call burns processor time and memory on purpose, so never
 * inside a transaction.
 */
@Singleton
public final class PasswordHasher {

    /** Stands for the hash of an account that has no password yet. No password matches it, and looking takes as long. */
    public static final String NONE = "none";

    private static final int SALT_BYTES = 16;

    private static final Pattern ARGON2 = Pattern.compile(
            "\\$argon2(?:id|i|d)\\$v=\\d{1,3}\\$m=\\d{1,7},t=\\d{1,4},p=\\d{1,3}\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+");
    private static final Pattern BCRYPT = Pattern.compile("\\$2[abxy]\\$\\d\\d\\$[./A-Za-z0-9]{53}");

    private final SecureRandom random = new SecureRandom();

    /** More at once would not be faster, and each holds its memory: a crowd at the door must not take the process down. */
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** The encoded hash, with its parameters and a salt of its own. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return inPlace(() -> Argon2Cost.CURRENT.hash(bytes(password), salt));
    }

    /**
     * Whether this is the password of that hash; the comparison takes the same time for any two hashes of one cost. One of
     * another cost takes another time, until its owner has signed in and it was made anew. What is no hash has no password.
     */
    public boolean matches(String password, String encodedHash) {
        if (ARGON2.matcher(encodedHash).matches()) {
            Argon2Function argon2 = Argon2Function.getInstanceFromHash(encodedHash);
            return inPlace(() -> argon2.check(bytes(password), encodedHash.getBytes(StandardCharsets.US_ASCII)));
        }
        if (BCRYPT.matcher(encodedHash).matches()) {
            // As others hashed it: not normalised.
            BcryptFunction bcrypt = BcryptFunction.getInstanceFromHash(encodedHash);
            return inPlace(() -> bcrypt.check(password, encodedHash));
        }
        spend(password);
        return false;
    }

    /** Whether this hash is as strong as a new one; if not, it is to be made anew when its password is next seen. */
    public boolean isCurrent(String encodedHash) {
        return ARGON2.matcher(encodedHash).matches()
                && Argon2Cost.CURRENT.made(Argon2Function.getInstanceFromHash(encodedHash));
    }

    /** The work of {@link #matches} for an account that does not exist, so that time does not tell. */
    public void spend(String password) {
        String unused = hash(password);
    }

    private <T> T inPlace(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** One password typed on two devices may differ in its code points; NFKC is what NIST SP 800-63B asks for. */
    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
