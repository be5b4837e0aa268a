package dev.rechat.chat.turn;

import dev.rechat.kernel.time.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The request on whose behalf something is done.
 *
 * @param traceId of the trace that the request belongs to; null for none
 * @param deadline by when its answer must have ended; null for never
 */
public record Caller(
        String requestId,
        @Nullable String traceId,
        @Nullable Deadline deadline) {}
