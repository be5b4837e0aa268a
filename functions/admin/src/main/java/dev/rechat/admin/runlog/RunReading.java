package dev.rechat.admin.runlog;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.runlog.run.RunPage;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.UnknownRunException;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.store.WorkflowRunRepository;
import dev.rechat.web.paging.Cursor;
import dev.rechat.web.paging.PageRequest;
import dev.rechat.web.request.QueryFlag;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads runs of others. Their words are never read, nor looked through, without a trace. */
@Singleton
final class RunReading {

    private final RunLogs logs;
    private final RunNames names;
    private final WholeContent contents;
    private final Audit audit;

    RunReading(RunLogs logs, RunNames names, WholeContent contents, Audit audit) {
        this.logs = logs;
        this.names = names;
        this.contents = contents;
        this.audit = audit;
    }

    /** @throws ValidationException for a filter that no run can pass, or a cursor of another question */
    RunList list(RunSearch search, PageRequest page, UserId administrator) {
        RunQuery query = search.query(logs.tenant());
        String last = page.start().map(at -> String.join("", at.parts())).orElse(null);
        if (search.readsContent() && last == null) {
            audit.record(AuditAction.RUNS_SEARCHED, administrator, Audit.RUN, "", search.details());
        }
        WorkflowRunRepository runs = logs.store().runs();
        RunPage found = page(runs, query, page.limit(), last);
        RunNames.Known known = names.of(found.data());
        return new RunList(
                found.data().stream().map(run -> RunRow.of(run, known)).toList(),
                found.hasMore() ? Cursor.of(found.data().getLast().id()).encode() : null,
                runs.search().name().toLowerCase(Locale.ROOT));
    }

    /**
     * @param whole {@code true} for what was put aside for its size, too
     * @throws NotFoundException when there is no such run
     */
    RunView read(String id, @Nullable String whole, UserId administrator) {
        boolean wanted = Boolean.TRUE.equals(QueryFlag.of("whole", whole));
        WorkflowRun run = logs.run(id);
        WorkflowRunRepository runs = logs.store().runs();
        String source = runs.findAppLogs(logs.tenant(), id).stream()
                .findFirst()
                .map(log -> log.createdFrom().wire())
                .orElse(null);
        PauseView pause = runs.findPause(logs.tenant(), id).map(PauseView::of).orElse(null);
        var content = wanted ? contents.whole(run) : WholeContent.asStored(run);
        traced(run, administrator, "run");
        return RunView.of(run, content, names.of(List.of(run)), source, pause);
    }

    /** Writes down that somebody has read words of a run. @param part which */
    void traced(WorkflowRun run, UserId administrator, String part) {
        audit.record(
                AuditAction.RUN_READ,
                administrator,
                Audit.RUN,
                run.id(),
                Map.of("user_id", run.createdBy(), "app_id", run.appId().toString(), "part", part));
    }

    private static RunPage page(WorkflowRunRepository runs, RunQuery query, int limit, @Nullable String last) {
        try {
            return runs.findPage(query, limit, last);
        } catch (UnknownRunException notOfThisList) {
            throw Cursor.invalid();
        }
    }
}
