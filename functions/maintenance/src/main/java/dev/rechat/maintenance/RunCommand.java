package dev.rechat.maintenance;

import dev.rechat.maintenance.command.ContextCommand;
import dev.rechat.maintenance.run.Maintenance;
import dev.rechat.maintenance.run.Outcome;
import dev.rechat.maintenance.run.TimeBudget;
import dev.rechat.persistence.maintenance.TaskName;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = {
            "Do what is to be done beside requests: all of it, or the tasks that are named (status lists them).",
            "Safe at any time, beside the running product and beside another run."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, or the time was over; the next run goes on",
            "1:a task failed, which is named; the others were done all the same",
            "2:wrong option or configuration"
        })
final class RunCommand extends ContextCommand {

    @Parameters(arity = "0..*", paramLabel = "TASK", description = "Such as trash or conversations. Default: all.")
    private List<String> tasks = List.of();

    @Option(names = "--dry-run", description = "Only tell how much there is to do.")
    private boolean dryRun;

    @Option(
            names = "--budget",
            paramLabel = "DURATION",
            description = "Begin nothing after this time, such as 90s, 10m or 2h. Default: until nothing is left.")
    private @Nullable Duration budget;

    @Override
    protected int run(ApplicationContext context) {
        Maintenance maintenance = context.getBean(Maintenance.class);
        Set<TaskName> wanted = tasks.isEmpty() ? EnumSet.copyOf(maintenance.tasks()) : named();
        if (dryRun) {
            maintenance
                    .count(wanted)
                    .forEach(count -> out().printf("%-20s %,12d%n", count.task().wireName(), count.due()));
            out().flush();
            return 0;
        }
        TimeBudget time = budget == null ? TimeBudget.endless() : TimeBudget.of(budget);
        List<Outcome> outcomes =
                maintenance.run(wanted, time, new PrintedProgress(out(), PrintedProgress.onTerminal()));
        List<Outcome.Failed> failed = outcomes.stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(Outcome.Failed.class::cast)
                .toList();
        failed.forEach(each -> error().println(each.task().wireName() + " failed: " + each.problem()));
        return failed.isEmpty() ? 0 : FAILED;
    }

    private Set<TaskName> named() {
        Set<TaskName> named = EnumSet.noneOf(TaskName.class);
        for (String name : tasks) {
            named.add(TaskName.of(name)
                    .orElseThrow(() -> wrong("'" + name + "' is none of "
                            + Stream.of(TaskName.values())
                                    .map(TaskName::wireName)
                                    .collect(Collectors.joining(", ")))));
        }
        return named;
    }
}
