package dev.rechat.persistence.usage;

import java.util.Locale;

/** What usage can be told apart by, in the order in which it is told. */
public enum UsageDimension {
    DAY("day", true),
    APP("app_id", false),
    USER("user_id", false);

    final String column;

    /** The latest day comes first. */
    final boolean descending;

    UsageDimension(String column, boolean descending) {
        this.column = column;
        this.descending = descending;
    }

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
