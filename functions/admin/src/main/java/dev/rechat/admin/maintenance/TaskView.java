package dev.rechat.admin.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.persistence.maintenance.MaintenanceRun;
import dev.rechat.persistence.maintenance.TaskName;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A task and what became of it lately.
 *
 * @param every {@code minute} or {@code hour}: how often it is worth while
 * @param runs the latest first; of those that found nothing to do there is one at most
 */
@Serdeable
record TaskView(String name, String description, String every, List<RunView> runs) {

    TaskView {
        runs = List.copyOf(runs);
    }

    static TaskView of(TaskName task, List<MaintenanceRun> runs) {
        return new TaskView(
                task.wireName(),
                task.description(),
                task.rhythm().name().toLowerCase(Locale.ROOT),
                runs.stream().map(RunView::of).toList());
    }

    /**
     * @param finishedAt absent while it runs, and of a process that was killed
     * @param problem absent when nothing went wrong
     */
    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RunView(
            Instant startedAt,
            @Nullable Instant finishedAt,
            long done,
            @Nullable String problem) {

        static RunView of(MaintenanceRun run) {
            return new RunView(run.startedAt(), run.finishedAt(), run.done(), run.problem());
        }
    }
}
