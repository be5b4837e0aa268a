package dev.rechat.chat.translate;

import dev.rechat.dify.payload.WorkflowRun;
import dev.rechat.persistence.turn.TurnStatus;
import org.jspecify.annotations.Nullable;

/**
 * How Dify says that an answer ended.
 *
 * @param reason OpenAI's word for it where there is one ({@code stop}), else the status
 * @param difyCode Dify's error code, of a failure that had one
 * @param whole whether a run says that it came to its end; a chat that was stopped ends as if nothing had happened
 */
public record Ending(
        TurnStatus status, String reason, @Nullable String difyCode, boolean whole) {

    /** OpenAI's word for an answer that came to its end by itself. */
    private static final String FULL_STOP = "stop";

    static Ending completed() {
        return new Ending(TurnStatus.COMPLETED, FULL_STOP, null, false);
    }

    static Ending paused() {
        return new Ending(TurnStatus.PAUSED, "paused", null, true);
    }

    static Ending failed(@Nullable String difyCode) {
        return new Ending(TurnStatus.FAILED, "error", difyCode, false);
    }

    static Ending of(WorkflowRun run) {
        return switch (Text.of(run.status())) {
            case "failed" -> failed(null);
            case "stopped" -> new Ending(TurnStatus.STOPPED, "stopped", null, false);
            default -> new Ending(TurnStatus.COMPLETED, FULL_STOP, null, true);
        };
    }
}
