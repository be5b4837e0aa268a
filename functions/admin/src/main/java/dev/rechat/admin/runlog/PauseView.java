package dev.rechat.admin.runlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.runlog.pause.PauseReason;
import dev.rechat.runlog.pause.RunPause;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** That the run waits, or waited. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record PauseView(
        List<Reason> reasons, Instant pausedAt, @Nullable Instant resumedAt) {

    PauseView {
        reasons = List.copyOf(reasons);
    }

    /** Empty texts where there is nothing to tell. */
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Reason(String type, String nodeId, String formId, String message) {

        static Reason of(PauseReason reason) {
            return new Reason(reason.type().wire(), reason.nodeId(), reason.formId(), reason.message());
        }
    }

    static PauseView of(RunPause pause) {
        return new PauseView(pause.reasons().stream().map(Reason::of).toList(), pause.createdAt(), pause.resumedAt());
    }
}
