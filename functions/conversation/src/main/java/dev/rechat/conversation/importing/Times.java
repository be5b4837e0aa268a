package dev.rechat.conversation.importing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Times that a document tells: to the millisecond, after 1970, and not from the future, where they would stand first for ever. */
final class Times {

    private Times() {}

    static Instant within(Instant told, Instant now) {
        if (told.isAfter(now)) {
            return now;
        }
        return told.isBefore(Instant.EPOCH) ? Instant.EPOCH : Instant.ofEpochMilli(told.toEpochMilli());
    }

    static Instant begun(IncomingConversation conversation, Instant now) {
        @Nullable Instant told = conversation.createdAt();
        return within(
                told == null
                        ? times(conversation).stream().min(Instant::compareTo).orElse(now)
                        : told,
                now);
    }

    static Instant latest(IncomingConversation conversation, Instant begun, Instant now) {
        @Nullable Instant told = conversation.updatedAt();
        return within(
                told == null
                        ? times(conversation).stream().max(Instant::compareTo).orElse(begun)
                        : told,
                now);
    }

    private static List<Instant> times(IncomingConversation conversation) {
        return conversation.messages().stream()
                .map(IncomingMessage::createdAt)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
