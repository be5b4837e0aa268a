package dev.rechat.chat.speech;

import dev.rechat.kernel.id.MessageId;
import dev.rechat.web.request.StrictRequest;
import jakarta.validation.constraints.NotNull;

/** An answer to be read out. */
@StrictRequest
record ReadOut(@NotNull MessageId messageId) {}
