package dev.rechat.chat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.turn.Turn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a turn stands.
 *
 * @param lastEventId the number of the last event that can be read; 0 when its events are no longer kept
 * @param errorCode why it failed or was interrupted
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record TurnState(
        TurnId turnId,
        ConversationId conversationId,
        AppId appId,
        MessageId userMessageId,
        MessageId assistantMessageId,
        String status,
        int lastEventId,
        boolean stopRequested,
        @Nullable String errorCode,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    static TurnState of(Turn turn, int lastEvent) {
        return new TurnState(
                turn.id(),
                turn.conversationId(),
                turn.appId(),
                turn.userMessageId(),
                turn.assistantMessageId(),
                turn.status().wireName(),
                lastEvent,
                turn.stopRequestedAt() != null,
                turn.errorCode(),
                turn.createdAt(),
                turn.finishedAt());
    }
}
