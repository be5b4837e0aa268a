package dev.rechat.maintenance.lambda;

import dev.rechat.maintenance.run.Maintenance;
import dev.rechat.maintenance.run.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What the function answers.
 *
 * @param migrations that were applied, or would be
 */
@Serdeable
record Report(List<String> migrations, List<Line> tasks) {

    Report {
        migrations = List.copyOf(migrations);
        tasks = List.copyOf(tasks);
    }

    /** @param state {@code complete}, {@code out_of_time}, {@code failed} or, of a dry run, {@code due} */
    @Serdeable
    record Line(String task, String state, long count) {

        static Line of(Outcome outcome) {
            String state = switch (outcome) {
                case Outcome.Complete _ -> "complete";
                case Outcome.OutOfTime _ -> "out_of_time";
                case Outcome.Failed _ -> "failed";
            };
            return new Line(outcome.task().wireName(), state, outcome.done());
        }

        static Line of(Maintenance.Count count) {
            return new Line(count.task().wireName(), "due", count.due());
        }
    }
}
