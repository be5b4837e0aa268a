package dev.rechat.accounts.password;

import dev.rechat.kernel.error.ValidationException;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Which passwords may be chosen: long ones that are not guessed first, of whatever characters (NIST SP 800-63B, 3.1.1.2).
 * The one place for it, for registering, changing and resetting.
 */
public final class PasswordPolicy {

    public static final int MIN_LENGTH = 10;
    public static final int MAX_LENGTH = 200;

    private PasswordPolicy() {}

    /**
     * Refuses a password that may not be chosen.
     *
     * @param field of the request, in its wire form
     * @param email of the account: a password made of it is no secret
     * @throws ValidationException {@code too_short}, {@code too_long} or {@code common_password}
     */
    public static void check(String field, String password, String email) {
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            throw new ValidationException(field, "too_short", "needs at least " + MIN_LENGTH + " characters");
        }
        if (password.length() > MAX_LENGTH) {
            throw new ValidationException(field, "too_long", "has more than " + MAX_LENGTH + " characters");
        }
        String normalised = Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (CommonPasswords.contain(normalised) || OwnWords.make(normalised, email)) {
            throw new ValidationException(field, "common_password", "is one that is guessed first");
        }
    }
}
