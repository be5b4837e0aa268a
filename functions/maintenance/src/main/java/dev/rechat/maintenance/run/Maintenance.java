package dev.rechat.maintenance.run;

import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.signal.MetricName;
import dev.rechat.persistence.maintenance.TaskName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Runs tasks, one after the other; one that fails keeps no other. Several processes may do that at once. Blocks; not to be
 * called within a transaction.
 */
@Singleton
public final class Maintenance {

    private final List<Task> tasks;
    private final RunRecords records;
    private final Clock clock;
    private final Meters meters;

    Maintenance(List<Task> tasks, RunRecords records, Clock clock, Meters meters) {
        this.tasks = tasks.stream().sorted(Comparator.comparing(Task::name)).toList();
        this.records = records;
        this.clock = clock;
        this.meters = meters;
    }

    /** What there is. */
    public List<TaskName> tasks() {
        return tasks.stream().map(Task::name).toList();
    }

    /** Those that are worth while so often. */
    public List<TaskName> tasks(TaskName.Rhythm rhythm) {
        return tasks().stream().filter(task -> task.rhythm() == rhythm).toList();
    }

    /**
     * Does what there is to do, until nothing is left or the time is over. Each task has its share of the time first; who has
     * not ended then goes on with what others left of theirs.
     *
     * @return how each of the wanted tasks ended
     */
    public List<Outcome> run(Collection<TaskName> wanted, TimeBudget time, Progress progress) {
        Instant now = clock.instant();
        List<TaskRun> open = new ArrayList<>();
        wanted(wanted).forEach(task -> open.add(new TaskRun(task, records, progress, now)));
        List<Outcome> outcomes = new ArrayList<>();
        while (!open.isEmpty() && !time.over()) {
            int parts = open.size();
            for (Iterator<TaskRun> runs = open.iterator(); runs.hasNext() && !time.over(); parts--) {
                Optional.ofNullable(runs.next().work(time.share(parts))).ifPresent(outcome -> {
                    outcomes.add(outcome);
                    runs.remove();
                });
            }
        }
        open.forEach(run -> outcomes.add(run.leave()));
        outcomes.stream()
                .filter(Outcome.Failed.class::isInstance)
                .forEach(failed -> meters.counter(
                                MetricName.MAINTENANCE_FAILED, failed.task().wireName())
                        .increment());
        return outcomes;
    }

    /** How much each of the wanted tasks would find to do. Changes nothing. */
    public List<Count> count(Collection<TaskName> wanted) {
        Instant now = clock.instant();
        return wanted(wanted).stream()
                .map(task -> new Count(task.name(), task.count(now)))
                .toList();
    }

    private List<Task> wanted(Collection<TaskName> names) {
        return tasks.stream().filter(task -> names.contains(task.name())).toList();
    }

    public record Count(TaskName task, long due) {}
}
