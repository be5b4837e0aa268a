package dev.rechat.maintenance.runlog.open;

import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs with an end that others than their events have told. */
final class Endings {

    private Endings() {}

    /** Null where Dify says what is not known here. */
    static @Nullable RunStatus status(DifyRunDetail detail) {
        try {
            return detail.status() == null ? null : RunStatus.of(detail.status());
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** @param outputs JSON, where the events told none; null to leave them as they are */
    static WorkflowRun told(
            WorkflowRun run, RunStatus status, DifyRunDetail detail, @Nullable String outputs, Instant now) {
        WorkflowRun ended = ended(run, status, Evidence.LOOKED_UP, detail.error(), now);
        return new WorkflowRun(
                ended.id(),
                ended.tenant(),
                ended.appId(),
                ended.workflowId(),
                ended.type(),
                ended.triggeredFrom(),
                ended.version(),
                ended.inputs(),
                ended.inputsTruncated(),
                outputs == null ? ended.outputs() : outputs,
                ended.outputsTruncated(),
                ended.status(),
                ended.evidence(),
                ended.error(),
                Objects.requireNonNullElse(detail.elapsedTime(), ended.elapsedTime()),
                Objects.requireNonNullElse(detail.totalTokens(), ended.totalTokens()),
                Objects.requireNonNullElse(detail.totalSteps(), ended.totalSteps()),
                ended.exceptionsCount(),
                ended.totalPrice(),
                ended.currency(),
                ended.createdByRole(),
                ended.createdBy(),
                ended.createdAt(),
                Objects.requireNonNullElse(detail.finishedAt(), now),
                ended.turnId(),
                ended.conversationId());
    }

    static WorkflowRun ended(
            WorkflowRun run, RunStatus status, Evidence evidence, @Nullable String error, Instant now) {
        return new WorkflowRun(
                run.id(),
                run.tenant(),
                run.appId(),
                run.workflowId(),
                run.type(),
                run.triggeredFrom(),
                run.version(),
                run.inputs(),
                run.inputsTruncated(),
                run.outputs(),
                run.outputsTruncated(),
                status,
                evidence,
                run.error() == null ? error : run.error(),
                Duration.between(run.createdAt(), now),
                run.totalTokens(),
                run.totalSteps(),
                run.exceptionsCount(),
                run.totalPrice(),
                run.currency(),
                run.createdByRole(),
                run.createdBy(),
                run.createdAt(),
                now,
                run.turnId(),
                run.conversationId());
    }
}
