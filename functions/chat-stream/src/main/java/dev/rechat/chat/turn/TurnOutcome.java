package dev.rechat.chat.turn;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.turn.TurnStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a turn ended and what it left.
 *
 * @param text the answer as far as it came
 * @param usage as JSON
 * @param difyConversationId the thread Dify answered in
 */
record TurnOutcome(
        TurnStatus status,
        String text,
        @Nullable String usage,
        @Nullable String difyConversationId,
        @Nullable String taskId,
        @Nullable String difyMessageId,
        @Nullable String workflowRunId,
        @Nullable ErrorCode error) {

    /** Dify was never asked, or refused before it said anything. */
    static TurnOutcome refused(ErrorCode error) {
        return new TurnOutcome(TurnStatus.FAILED, "", null, null, null, null, null, error);
    }
}
