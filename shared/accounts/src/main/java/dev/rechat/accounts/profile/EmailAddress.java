package dev.rechat.accounts.profile;

import dev.rechat.kernel.error.ValidationException;
import java.util.Locale;
import java.util.regex.Pattern;

/** An address that was checked, in the one form it is stored and looked up in. */
public record EmailAddress(String value) {

    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_PART = 64;

    /** What browsers accept in an e-mail field (WHATWG HTML, 4.10.5.1.5): ASCII, so that no two look alike. */
    private static final Pattern FORM = Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@"
            + "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    /** @throws ValidationException of the field {@code email} when this is no address */
    public static EmailAddress parse(String text) {
        String value = normalise(text);
        if (value.length() > MAX_LENGTH
                || value.indexOf('@') > MAX_LOCAL_PART
                || !FORM.matcher(value).matches()) {
            throw new ValidationException("email", "invalid", "is not an e-mail address");
        }
        return new EmailAddress(value);
    }

    /** The form to look an address up in, whatever it is. */
    public static String normalise(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    public String localPart() {
        return value.substring(0, value.indexOf('@'));
    }

    @Override
    public String toString() {
        return "EmailAddress[]";
    }
}
