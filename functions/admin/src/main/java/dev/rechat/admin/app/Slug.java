package dev.rechat.admin.app;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** An app's name in addresses: lower case letters, digits and single dashes, and never something that reads as an id. */
record Slug(String value) {

    private static final int MAX_LENGTH = 64;

    /** Leaves room for the number of a namesake. */
    private static final int MAX_DERIVED_LENGTH = 56;

    private static final String NAMELESS = "app";
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_DASHES = Pattern.compile("^-+|-+$");

    /** The slug an administrator chose. @throws ValidationException when it cannot be one */
    static Slug chosen(String text) {
        if (text.length() > MAX_LENGTH || !FORM.matcher(text).matches()) {
            throw new ValidationException("slug", "invalid", "must be words of a-z and 0-9 joined by single dashes");
        }
        if (readsAsId(text)) {
            throw new ValidationException("slug", "invalid", "must not look like an id");
        }
        return new Slug(text);
    }

    /** A slug for a name in any script; {@code app} where the name has no letter a slug can have. */
    static Slug derived(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String dashed = trimmed(OTHERS.matcher(plain).replaceAll("-"));
        String shortened = trimmed(dashed.substring(0, Math.min(dashed.length(), MAX_DERIVED_LENGTH)));
        if (shortened.isEmpty()) {
            return new Slug(NAMELESS);
        }
        return new Slug(readsAsId(shortened) ? NAMELESS + "-" + shortened : shortened);
    }

    /** The slug of the n-th app of this name, the first one's as it is. */
    Slug numbered(int n) {
        return n == 1 ? this : new Slug(value + "-" + n);
    }

    private static String trimmed(String text) {
        return OUTER_DASHES.matcher(text).replaceAll("");
    }

    private static boolean readsAsId(String text) {
        try {
            AppId.of(text);
            return true;
        } catch (IllegalArgumentException notAnId) {
            return false;
        }
    }
}
