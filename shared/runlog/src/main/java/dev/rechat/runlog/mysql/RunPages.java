package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.RecordKey;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.RunPage;
import dev.rechat.runlog.run.RunQuery;
import dev.rechat.runlog.run.UnknownRunException;
import dev.rechat.runlog.run.WorkflowRun;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of runs, newest first, along the index that leaves the fewest rows to look at. */
@Singleton
class RunPages {

    private static final String LIKE = " COLLATE utf8mb4_general_ci LIKE ? ESCAPE '!'";

    private final RunLogDatabase database;

    RunPages(RunLogDatabase database) {
        this.database = database;
    }

    RunPage page(RunQuery query, int limit, @Nullable String lastId) {
        Limits.check(limit);
        Statement statement = filtered(query);
        if (lastId != null) {
            RecordKey last = database.first(cursor(query, lastId), RunRows.TABLE.reading())
                    .map(WorkflowRun::key)
                    .orElseThrow(UnknownRunException::lastRun);
            // the first condition is all that a server understands when it chooses partitions
            statement.add(
                    " AND created_at <= ? AND (created_at < ? OR id < ?)",
                    last.createdAt(),
                    last.createdAt(),
                    last.id());
        }
        statement.add(" ORDER BY created_at DESC, id DESC LIMIT ?", limit + 1);
        List<WorkflowRun> found = database.read(statement, RunRows.TABLE.reading());
        boolean more = found.size() > limit;
        return new RunPage(more ? found.subList(0, limit) : found, limit, more);
    }

    static Statement filtered(RunQuery query) {
        return filtered(query, index(query));
    }

    /** The run that a page begins after: by its id, for the index of the page would be walked along from its beginning. */
    static Statement cursor(RunQuery query, String lastId) {
        return filtered(query, "PRIMARY").add(" AND id = ?", lastId);
    }

    private static Statement filtered(RunQuery query, String index) {
        Statement statement = RunRows.TABLE
                .select(query.tenant(), index)
                .addIf(" AND app_id = ?", query.appId())
                .addIf(
                        " AND status = ?",
                        query.status() == null ? null : query.status().wire())
                .addIf(" AND created_by = ?", query.createdBy());
        if (!query.triggeredFrom().isEmpty()) {
            statement
                    .add(" AND triggered_from IN ")
                    .addList(query.triggeredFrom().stream()
                            .map(trigger -> trigger.wire())
                            .toList());
        }
        RunRows.TABLE.within(statement, query.createdAt());
        if (query.source() != null) {
            source(statement, query.tenant(), query.source());
        }
        if (query.text() != null) {
            words(statement, query.text());
        }
        return statement;
    }

    /** Counted, for what only has to exist some servers collect beforehand: all logs of that source, before the first run. */
    private static void source(Statement statement, Tenant tenant, AppLogSource source) {
        statement.add(
                " AND (SELECT COUNT(*) FROM workflow_app_logs WHERE workflow_app_logs.workflow_run_id = workflow_runs.id"
                        + " AND workflow_app_logs.tenant_id = ? AND workflow_app_logs.created_from = ?) > 0",
                tenant.id(),
                source.wire());
    }

    private static String index(RunQuery query) {
        if (query.createdBy() != null) {
            return "workflow_runs_person";
        }
        if (query.appId() != null) {
            return "workflow_runs_app";
        }
        return query.status() == null ? "workflow_runs_time" : "workflow_runs_status";
    }

    /** Small and large letters are alike, as in a search by words. What is JSON is searched in both ways of writing it. */
    private static void words(Statement statement, String text) {
        for (String word : text.strip().split("\\s+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            statement.add(" AND (error" + LIKE, pattern(word));
            String quoted = word.replace("\\", "\\\\").replace("\"", "\\\"");
            // as a list, for most words are written in one way
            for (String written :
                    List.of(quoted, unicode(quoted)).stream().distinct().toList()) {
                statement.add(" OR inputs" + LIKE, pattern(written)).add(" OR outputs" + LIKE, pattern(written));
            }
            statement.add(")");
        }
    }

    /** Writers of JSON that count in bytes write signs beyond the first 65,536 as two escapes. */
    private static String unicode(String word) {
        StringBuilder written = new StringBuilder();
        for (char sign : word.toCharArray()) {
            if (Character.isSurrogate(sign)) {
                written.append(String.format("\\u%04X", (int) sign));
            } else {
                written.append(sign);
            }
        }
        return written.toString();
    }

    private static String pattern(String word) {
        return "%" + escaped(word) + "%";
    }

    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
