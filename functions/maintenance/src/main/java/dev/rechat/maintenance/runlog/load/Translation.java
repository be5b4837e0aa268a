package dev.rechat.maintenance.runlog.load;

import dev.rechat.dify.payload.DifyRunDetail;
import dev.rechat.dify.payload.DifyRunLog;
import dev.rechat.kernel.id.AppId;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.run.AppLog;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.CreatorRole;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.TriggeredFrom;
import dev.rechat.runlog.run.WorkflowRun;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Dify tells of a run that is over, as we record it. */
record Translation(JsonMapper json, Tenant tenant, AppId app) {

    private static final int LONGEST_ERROR = 65_000;

    /** Both, or nothing where Dify leaves out what a record must have or says what is not known here. */
    Optional<Loaded> of(DifyRunLog log, DifyRunLog.Run told, DifyRunDetail detail) {
        String id = told.id();
        Instant createdAt = told.createdAt() == null ? log.createdAt() : told.createdAt();
        if (id == null || createdAt == null || log.id() == null) {
            return Optional.empty();
        }
        try {
            WorkflowRun run = run(id, createdAt, log, told, detail);
            return Optional.of(new Loaded(run, appLog(log, run)));
        } catch (IllegalArgumentException unknownValue) {
            return Optional.empty();
        }
    }

    private WorkflowRun run(String id, Instant createdAt, DifyRunLog log, DifyRunLog.Run told, DifyRunDetail detail) {
        String inputs = text(detail.inputs());
        String outputs = text(detail.outputs());
        return new WorkflowRun(
                id,
                tenant,
                app,
                Objects.requireNonNullElse(detail.workflowId(), ""),
                RunType.WORKFLOW,
                told.triggeredFrom() == null ? TriggeredFrom.APP_RUN : TriggeredFrom.of(told.triggeredFrom()),
                Objects.requireNonNullElse(told.version(), ""),
                inputs,
                false,
                outputs == null ? "{}" : outputs,
                false,
                RunStatus.of(Objects.requireNonNullElse(detail.status(), "")),
                Evidence.LOOKED_UP,
                error(told.error()),
                Objects.requireNonNullElse(told.elapsedTime(), Duration.ZERO),
                Objects.requireNonNullElse(told.totalTokens(), 0L),
                Objects.requireNonNullElse(told.totalSteps(), 0),
                Objects.requireNonNullElse(told.exceptionsCount(), 0),
                null,
                "",
                role(log),
                creator(log),
                createdAt,
                told.finishedAt(),
                null,
                null);
    }

    private static AppLog appLog(DifyRunLog log, WorkflowRun run) {
        return new AppLog(
                Objects.requireNonNull(log.id()),
                run.tenant(),
                run.appId(),
                run.workflowId(),
                run.id(),
                AppLogSource.of(Objects.requireNonNullElse(log.createdFrom(), "")),
                run.createdByRole(),
                run.createdBy(),
                log.createdAt() == null ? run.createdAt() : log.createdAt());
    }

    private static CreatorRole role(DifyRunLog log) {
        return "account".equals(log.createdByRole()) ? CreatorRole.ACCOUNT : CreatorRole.END_USER;
    }

    private static String creator(DifyRunLog log) {
        DifyRunLog.Person person = role(log) == CreatorRole.ACCOUNT ? log.createdByAccount() : log.createdByEndUser();
        String id = person == null ? null : person.id();
        return Objects.requireNonNullElse(id, "");
    }

    private static @Nullable String error(@Nullable String error) {
        return error == null || error.isEmpty() ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR));
    }

    private @Nullable String text(@Nullable JsonNode node) {
        if (node == null) {
            return null;
        }
        try {
            return json.writeValueAsString(node);
        } catch (IOException e) {
            throw new IllegalArgumentException("what was read as JSON cannot be written as JSON", e);
        }
    }

    /** A run and the request that began it. */
    record Loaded(WorkflowRun run, AppLog log) {}
}
