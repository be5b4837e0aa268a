package dev.rechat.chat.turn;

import dev.rechat.kernel.time.Deadline;
import dev.rechat.runlog.run.AppLogSource;
import org.jspecify.annotations.Nullable;

/**
 * The request on whose behalf something is done.
 *
 * @param traceId of the trace that the request belongs to; null for none
 * @param deadline by when its answer must have ended; null for never
 * @param source where it came in
 */
public record Caller(
        String requestId,
        @Nullable String traceId,
        @Nullable Deadline deadline,
        AppLogSource source) {}
