package dev.rechat.persistence.feedback;

import java.util.Locale;

/** What a person thinks of an answer. */
public enum Rating {
    LIKE,
    DISLIKE;

    /** As the API writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
