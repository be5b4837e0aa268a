package dev.rechat.maintenance;

import dev.rechat.maintenance.command.ContextCommand;
import dev.rechat.maintenance.run.Maintenance;
import dev.rechat.persistence.maintenance.MaintenanceRun;
import dev.rechat.persistence.maintenance.MaintenanceRunRepository;
import dev.rechat.persistence.maintenance.TaskName;
import io.micronaut.context.ApplicationContext;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "status",
        description = "List the tasks, and when each ran last.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:no task's last run failed",
            "1:one did, or the database does not answer",
            "2:wrong configuration"
        })
final class StatusCommand extends ContextCommand {

    @Override
    protected int run(ApplicationContext context) {
        MaintenanceRunRepository runs = context.getBean(MaintenanceRunRepository.class);
        boolean failed = false;
        for (TaskName task : context.getBean(Maintenance.class).tasks()) {
            Optional<MaintenanceRun> last =
                    runs.listLatest(task.wireName(), 1).stream().findFirst();
            failed |= last.map(MaintenanceRun::problem).isPresent();
            out().printf(
                            "%-20s %s%n%-20s %s%n",
                            task.wireName(),
                            task.description(),
                            "",
                            last.map(StatusCommand::tell).orElse("never ran"));
        }
        out().flush();
        return failed ? FAILED : 0;
    }

    private static String tell(MaintenanceRun run) {
        String end = run.finishedAt() == null ? "not ended" : "ended " + run.finishedAt();
        String problem = run.problem() == null ? "" : "; " + run.problem();
        return "began %s, %s, %,d done%s".formatted(run.startedAt(), end, run.done(), problem);
    }
}
