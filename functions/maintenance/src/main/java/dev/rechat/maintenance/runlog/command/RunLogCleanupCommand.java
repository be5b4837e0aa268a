package dev.rechat.maintenance.runlog.command;

import dev.rechat.maintenance.runlog.tidy.Cleanup;
import dev.rechat.maintenance.runlog.tidy.CleanupReport;
import dev.rechat.runlog.payload.PayloadStore;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.store.RunLogStore;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "cleanup",
        description = {
            "Remove what began before a time, with its files: whole months at once where a store can, the rest in batches.",
            "Figures of days and archives stay. Ctrl-C at any time: the same command does the rest."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing older is left",
            "1:a store does not answer, or it was interrupted",
            "2:wrong option or configuration"
        })
final class RunLogCleanupCommand extends StoreCommand {

    @ArgGroup(multiplicity = "1")
    private Age age = new Age();

    /** Which of it. */
    static final class Age {

        @Option(
                names = "--before",
                paramLabel = "DAY",
                description = "Up to the day before this one, in UTC, such as 2026-03-01.")
        private @Nullable LocalDate before;

        @Option(names = "--older-than", paramLabel = "DAYS", description = "Older than so many days, 1 or more.")
        private @Nullable Integer days;
    }

    @Option(names = "--store", paramLabel = "STORE", description = "Default: the one that runs are recorded in.")
    private @Nullable String name;

    @Option(names = "--archive", description = "Keep the figures of runs that have ended, without content.")
    private boolean archive;

    @Option(names = "--dry-run", description = "Only tell how much there is.")
    private boolean dryRun;

    @Override
    int run(ApplicationContext context, RunLogStores stores) {
        Instant before = before(context.getBean(Clock.class).instant());
        RunLogStore store = name == null ? stores.chosen() : store(stores, "--store", name);
        Cleanup cleanup = new Cleanup(
                store, stores.besides(store), context.getBean(PayloadStore.class), stores.tenant(), before, archive);
        if (dryRun) {
            CleanupReport due = cleanup.due();
            if (asJson()) {
                printJson(context, due);
            } else {
                due.due().forEach(kind -> out().printf("%-16s %,15d%n", kind.type(), kind.count()));
                out().flush();
            }
            return 0;
        }
        Bar bar = new Bar(out(), Terminal.attached() && !asJson());
        try (Interruption interruption = new Interruption()) {
            boolean more = remove(cleanup, interruption, asJson() ? null : bar);
            bar.end();
            CleanupReport report = cleanup.report();
            if (asJson()) {
                printJson(context, report);
            } else {
                tell(report);
            }
            return more ? FAILED : 0;
        }
    }

    private static boolean remove(Cleanup cleanup, Interruption interruption, @Nullable Bar bar) {
        if (bar != null) {
            bar.begin("removed", 0, 0);
        }
        boolean more = true;
        while (more && !interruption.getAsBoolean()) {
            long before = cleanup.report().removed();
            more = cleanup.next();
            if (bar != null) {
                bar.advance(cleanup.report().removed() - before);
            }
        }
        return more;
    }

    private Instant before(Instant now) {
        LocalDate day = age.before;
        if (day != null) {
            return Days.start(day);
        }
        Integer days = age.days;
        if (days == null || days < 1) {
            throw wrong("--older-than must be 1 or more days");
        }
        return now.minus(Duration.ofDays(days));
    }

    private void tell(CleanupReport report) {
        if (!report.months().isEmpty()) {
            out().println("whole months: " + String.join(", ", report.months()));
        }
        out().printf(
                        "%,d runs, %,d node executions, %,d offloads, %,d app logs, %,d pauses, %,d files removed; %,d runs"
                                + " archived%n",
                        report.runs(),
                        report.nodeExecutions(),
                        report.offloads(),
                        report.appLogs(),
                        report.pauses(),
                        report.files(),
                        report.archived());
        if (report.more()) {
            error().println("Interrupted: the same command does the rest.");
        }
        out().flush();
    }
}
