package dev.rechat.persistence.turn;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One question and the answer made for it.
 *
 * @param runningIn the conversation while the turn runs, else null: unique, so a conversation has one running turn
 * @param leaseUntil renewed by the producer; streaming beyond it means that the producer died
 * @param producer the process that makes the answer; nobody else may write to the turn
 * @param requestHash SHA-256 of what was asked, in hexadecimal
 * @param difyConversationId the thread at Dify that it is asked in; null until Dify has named a new one
 * @param branched whether that thread holds questions that are not on this turn's branch
 * @param errorCode a wire code, of a failed or interrupted turn
 */
@MappedEntity("turns")
public record Turn(
        @Id @IdColumn TurnId id,
        @IdColumn UserId userId,
        @IdColumn ConversationId conversationId,
        @IdColumn AppId appId,
        @IdColumn MessageId userMessageId,
        @IdColumn MessageId assistantMessageId,
        TurnStatus status,
        @Nullable @IdColumn ConversationId runningIn,
        Instant leaseUntil,
        @Nullable String producer,
        @Nullable String requestHash,
        @Nullable Instant stopRequestedAt,
        @Nullable String difyConversationId,
        boolean branched,
        @Nullable String difyTaskId,
        @Nullable String difyMessageId,
        @Nullable String workflowRunId,
        @Nullable String errorCode,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Whether it came in a document: every turn that was asked here says what was asked. */
    public boolean imported() {
        return requestHash == null && producer == null && difyMessageId == null;
    }

    /** Whether somebody ought to be producing it and nobody does. */
    public boolean abandoned(Instant now) {
        return status == TurnStatus.STREAMING && leaseUntil.isBefore(now);
    }
}
