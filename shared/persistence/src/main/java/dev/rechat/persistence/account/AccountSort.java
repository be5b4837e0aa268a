package dev.rechat.persistence.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which order accounts are listed. */
public enum AccountSort {
    NEWEST,
    OLDEST,
    EMAIL,
    /** As people sort names: upper and lower case alike. */
    NAME,
    /** The latest first, those who never signed in last. */
    LAST_SEEN;

    public static Optional<AccountSort> of(String code) {
        return Stream.of(values()).filter(sort -> sort.code().equals(code)).findFirst();
    }

    /** The wire form, lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
