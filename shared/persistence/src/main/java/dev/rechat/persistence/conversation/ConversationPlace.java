package dev.rechat.persistence.conversation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The lists that a conversation can stand in, one at a time; a temporary one stands in none. */
public enum ConversationPlace {
    LIST,
    ARCHIVE,
    TRASH;

    /** As the column {@code place} and the API have it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty when there is no such place. */
    public static Optional<ConversationPlace> of(String wireName) {
        return Arrays.stream(values())
                .filter(place -> place.wireName().equals(wireName))
                .findFirst();
    }
}
