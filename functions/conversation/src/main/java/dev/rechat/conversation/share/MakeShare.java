package dev.rechat.conversation.share;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * What is to be shared.
 *
 * @param leafMessageId where the branch ends; the newest message when left out
 * @param expiresInDays when the link ends; never when left out
 */
@StrictRequest
record MakeShare(
        @Nullable MessageId leafMessageId,
        @Nullable @Min(1) @Max(365) Integer expiresInDays) {}
