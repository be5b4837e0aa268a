package dev.rechat.persistence.openai;

import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer to something that a program said.
 *
 * @param content the answer as it is stored
 * @param systemHash of the instructions that went along with the question
 * @param leftAt when the program went away before the answer's end: it has seen no more than a part
 */
@Introspected
public record SaidAnswer(
        @IdColumn ConversationId conversationId,
        @IdColumn MessageId userMessageId,
        @IdColumn MessageId assistantMessageId,
        String content,
        @Nullable String systemHash,
        @Nullable Instant leftAt) {}
