package dev.rechat.chat.runlog;

import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.dify.payload.WorkflowPause;
import dev.rechat.dify.payload.WorkflowRun;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.TriggeredFrom;
import io.micronaut.json.tree.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A run as far as it was told. */
final class RunDraft {

    final String id;
    final Instant createdAt;
    private final RunContext context;
    private final Content content;
    private String workflowId;
    private @Nullable String inputs;
    private @Nullable String outputs;
    private RunStatus status = RunStatus.RUNNING;
    private Evidence evidence = Evidence.OPEN;
    private @Nullable String error;
    private Duration elapsed = Duration.ZERO;
    private long tokens;
    private int steps;
    private int exceptions;
    private @Nullable Instant finishedAt;

    RunDraft(String id, RunContext context, Content content, String workflowId, Instant createdAt) {
        this.id = id;
        this.context = context;
        this.content = content;
        this.workflowId = workflowId;
        this.createdAt = createdAt;
    }

    /** Empty for what is no id of a workflow. */
    static String workflow(@Nullable String told) {
        return told != null && Content.isRunId(told) ? told : "";
    }

    RunStatus status() {
        return status;
    }

    @Nullable
    String error() {
        return error;
    }

    String workflowId() {
        return workflowId;
    }

    void began(@Nullable JsonNode with) {
        inputs = content.of(with);
    }

    void goesOn() {
        status = RunStatus.RUNNING;
    }

    void finished(WorkflowRun told, int handled, int heard, Instant at) {
        outputs = content.of(told.outputs());
        elapsed = told.elapsedTime() == null ? Duration.between(createdAt, at) : told.elapsedTime();
        tokens = told.totalTokens() == null ? tokens : told.totalTokens();
        steps = told.totalSteps() == null ? heard : told.totalSteps();
        exceptions = told.exceptionsCount() == null ? handled : Math.max(handled, told.exceptionsCount());
        over(statusOf(told.status(), told.error()), Evidence.TOLD, told.error(), at);
    }

    void paused(WorkflowPause told) {
        status = RunStatus.PAUSED;
        elapsed = told.elapsedTime() == null ? elapsed : told.elapsedTime();
        tokens = told.totalTokens() == null ? tokens : told.totalTokens();
        steps = told.totalSteps() == null ? steps : told.totalSteps();
        outputs = content.of(told.outputs());
    }

    /** As Dify has it now. */
    void lookedUp(DifyRunDetail detail, RunStatus now) {
        workflowId = workflowId.isEmpty() ? workflow(detail.workflowId()) : workflowId;
        inputs = inputs == null ? content.of(detail.inputs()) : inputs;
        outputs = content.of(detail.outputs());
        tokens = detail.totalTokens() == null ? tokens : detail.totalTokens();
        steps = detail.totalSteps() == null ? steps : detail.totalSteps();
        elapsed = detail.elapsedTime() == null ? elapsed : detail.elapsedTime();
        status = now;
        if (now.isEnded()) {
            over(now, Evidence.LOOKED_UP, detail.error(), detail.finishedAt());
        }
    }

    /** Nobody told more. */
    void over(RunStatus how, Evidence by, @Nullable String why, @Nullable Instant at) {
        status = how;
        evidence = by;
        error = Content.error(why);
        finishedAt = at == null || at.isBefore(createdAt) ? createdAt.plus(elapsed) : at;
    }

    static RunStatus statusOf(@Nullable String told, @Nullable String error) {
        for (RunStatus status : RunStatus.values()) {
            if (status.wire().equals(told)) {
                return status;
            }
        }
        return error == null || error.isEmpty() ? RunStatus.SUCCEEDED : RunStatus.FAILED;
    }

    dev.rechat.runlog.run.WorkflowRun record(RunPrice price) {
        return new dev.rechat.runlog.run.WorkflowRun(
                id,
                context.tenant(),
                context.app().id(),
                workflowId,
                context.type(),
                TriggeredFrom.APP_RUN,
                "",
                inputs,
                false,
                outputs == null ? "{}" : outputs,
                false,
                status,
                evidence,
                error,
                elapsed,
                tokens,
                steps,
                exceptions,
                price.sum(),
                price.currency(),
                CreatorRole.END_USER,
                context.user(),
                createdAt,
                finishedAt,
                context.turn().id().toString(),
                context.turn().conversationId().toString());
    }

    /** Who asked for it; of its own run, so it has the run's id. */
    AppLog request() {
        return new AppLog(
                id,
                context.tenant(),
                context.app().id(),
                workflowId,
                id,
                context.source(),
                CreatorRole.END_USER,
                context.user(),
                createdAt);
    }
}
