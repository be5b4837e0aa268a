package dev.rechat.chat.translate;

import dev.rechat.dify.payload.WorkflowRun;
import dev.rechat.persistence.turn.TurnStatus;
import org.jspecify.annotations.Nullable;

/**
 * How Dify says that an answer ended.
 *
 * @param reason OpenAI's word for it where there is one ({@code stop}), else the status
 * @param difyCode Dify's error code, of a failure that had one
 */
public record Ending(
        TurnStatus status, String reason, @Nullable String difyCode) {

    static Ending completed() {
        return new Ending(TurnStatus.COMPLETED, "stop", null);
    }

    static Ending paused() {
        return new Ending(TurnStatus.PAUSED, "paused", null);
    }

    static Ending failed(@Nullable String difyCode) {
        return new Ending(TurnStatus.FAILED, "error", difyCode);
    }

    static Ending of(WorkflowRun run) {
        return switch (Text.of(run.status())) {
            case "failed" -> failed(null);
            case "stopped" -> new Ending(TurnStatus.STOPPED, "stopped", null);
            default -> completed();
        };
    }
}
