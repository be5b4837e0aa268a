package dev.rechat.conversation.importing;

import dev.rechat.persistence.turn.TurnStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in a tree as we keep it.
 *
 * @param parent the place of the message before it in the list that this one stands in, always an earlier one; -1 for none
 */
record PlacedMessage(IncomingMessage message, int parent, Instant createdAt) {

    boolean isAnswer() {
        return message.role() == Role.ASSISTANT;
    }

    /** What an answer without a question answers. */
    static IncomingMessage unasked(@Nullable Instant at) {
        return placeholder(Role.USER, "…", at);
    }

    /** The answer of a question that has none. */
    static IncomingMessage unanswered(@Nullable Instant at) {
        return placeholder(Role.ASSISTANT, "", at);
    }

    private static IncomingMessage placeholder(Role role, String content, @Nullable Instant at) {
        TurnStatus status = role == Role.USER ? TurnStatus.COMPLETED : TurnStatus.INTERRUPTED;
        return new IncomingMessage("", null, role, content, status, at, 0, null, null);
    }
}
