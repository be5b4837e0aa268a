package dev.rechat.runlog.store;

import java.util.Locale;

/** The stores there are, as configuration and commands call them: in lower case. */
public enum StoreName {
    MYSQL,
    ELASTICSEARCH;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is none of this name */
    public static StoreName of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
