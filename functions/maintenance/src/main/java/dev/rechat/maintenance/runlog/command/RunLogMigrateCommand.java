package dev.rechat.maintenance.runlog.command;

import dev.rechat.maintenance.runlog.move.MoveReport;
import dev.rechat.maintenance.runlog.move.MoveWatch;
import dev.rechat.maintenance.runlog.move.MoveWish;
import dev.rechat.maintenance.runlog.move.RunLogMove;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.settings.RunLogStores;
import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        description = {
            "Copy records from one store to the other, while runs go on. Nothing is removed from the first one.",
            "Ctrl-C at any time: the same command goes on where it was, on any machine. When it was done, the same command copies",
            "what is new since, so the way to another store is: migrate, change RUNLOG_STORE, migrate once more, validate."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all of it is there",
            "1:records were refused, a store does not answer, it was interrupted, or another process is at it",
            "2:wrong option or configuration"
        })
final class RunLogMigrateCommand extends StoreCommand {

    private static final int NAMED = 20;

    @Option(names = "--from", required = true, paramLabel = "STORE", description = "mysql or elasticsearch.")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "STORE", description = "The other one.")
    private String to = "";

    @Option(names = "--tenant", paramLabel = "NAME", description = "Default: this installation's (RUNLOG_TENANT).")
    private @Nullable String tenant;

    @Option(
            names = "--from-date",
            paramLabel = "DAY",
            description = "Records that began on this day or later: a whole day in UTC, such as 2026-03-01.")
    private @Nullable LocalDate first;

    @Option(
            names = "--to-date",
            paramLabel = "DAY",
            description = "Or earlier: this day is included, to its end in UTC.")
    private @Nullable LocalDate last;

    @Option(
            names = "--type",
            paramLabel = "KIND",
            split = ",",
            description = "workflow_runs, node_executions, app_logs, offloads, pauses, archives or all. Default: all.")
    private List<String> types = List.of();

    @Option(names = "--batch-size", paramLabel = "N", description = "Records at a time, 1 to 10,000. Default: 1,000.")
    private int batchSize = 1_000;

    @Option(names = "--restart", description = "Begin at the beginning, however far an earlier attempt came.")
    private boolean restart;

    @Option(names = "--dry-run", description = "Only tell how much there is to read.")
    private boolean dryRun;

    @Override
    int run(ApplicationContext context, RunLogStores stores) {
        MoveWish wish = wish(stores);
        RunLogMove mover = context.getBean(RunLogMove.class);
        if (dryRun) {
            MoveReport due = mover.count(wish);
            tell(
                    context,
                    due,
                    () -> due.kinds().forEach(kind -> out().printf("%-16s %,15d%n", kind.type(), kind.due())));
            return 0;
        }
        MoveReport report;
        Bar bar = new Bar(out(), Terminal.attached() && !asJson());
        try (Interruption interruption = new Interruption()) {
            report = mover.move(wish, interruption, asJson() ? MoveWatch.NONE : new Shown(bar));
            bar.end();
            tell(context, report, () -> tell(report));
        }
        return report.complete() ? 0 : FAILED;
    }

    private MoveWish wish(RunLogStores stores) {
        try {
            return new MoveWish(
                    store(stores, "--from", from),
                    store(stores, "--to", to),
                    tenant(stores, tenant),
                    Days.range(first, last),
                    types(types),
                    batchSize,
                    restart);
        } catch (IllegalArgumentException wrong) {
            throw wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private void tell(ApplicationContext context, MoveReport report, Runnable inWords) {
        if (asJson()) {
            printJson(context, report);
        } else {
            inWords.run();
            out().flush();
        }
    }

    private void tell(MoveReport report) {
        for (MoveReport.Kind kind : report.kinds()) {
            out().printf(
                            "%-16s %,15d read %,15d written%s%n",
                            kind.type(),
                            kind.read(),
                            kind.written(),
                            kind.refused() == 0 ? "" : ", %,d refused".formatted(kind.refused()));
            if (kind.problem() != null) {
                error().println(kind.type() + " ended early: " + kind.problem());
            }
        }
        if (report.openRuns() > 0) {
            out().printf("%,d runs that were open when they were copied were copied again.%n", report.openRuns());
        }
        report.refused().stream()
                .limit(NAMED)
                .forEach(refusal -> error().println(
                                "refused: %s %s: %s".formatted(refusal.type(), refusal.id(), refusal.reason())));
        if (report.stopped()) {
            error().println("Interrupted: the same command goes on from here.");
        } else if (report.kinds().stream().anyMatch(MoveReport.Kind::live)) {
            out().println("The source is still written to: the same command copies what is new.");
        }
    }

    /** The bar that shows a move. */
    private record Shown(Bar bar) implements MoveWatch {

        @Override
        public void begun(RecordType type, int pass, long already, long total) {
            bar.begin(type.wire() + (pass == 0 ? "" : ", what is new"), already, total);
        }

        @Override
        public void advanced(RecordType type, long read, long written) {
            bar.advance(read);
        }
    }
}
