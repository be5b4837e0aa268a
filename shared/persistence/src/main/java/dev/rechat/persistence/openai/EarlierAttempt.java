package dev.rechat.persistence.openai;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.database.IdColumn;
import dev.rechat.persistence.turn.TurnStatus;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the same request began when it came before.
 *
 * @param stopping whether somebody has asked for its end
 * @param leftAt when the program went away before the answer's end
 */
@Introspected
public record EarlierAttempt(
        @IdColumn TurnId turnId,
        @IdColumn ConversationId conversationId,
        @IdColumn MessageId userMessageId,
        TurnStatus status,
        @TypeDef(type = DataType.BOOLEAN) boolean stopping,
        @Nullable Instant leftAt) {}
