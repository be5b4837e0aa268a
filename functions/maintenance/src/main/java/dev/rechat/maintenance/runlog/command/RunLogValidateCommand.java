package dev.rechat.maintenance.runlog.command;

import dev.rechat.maintenance.runlog.compare.ComparisonReport;
import dev.rechat.maintenance.runlog.compare.ComparisonWish;
import dev.rechat.maintenance.runlog.compare.RunLogComparison;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.settings.RunLogStores;
import io.micronaut.context.ApplicationContext;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "validate",
        description = {
            "Compare both stores field by field, both ways: what is missing here, what is missing there, what differs, and in",
            "which fields. Contents are never printed. Runs that are under way differ while they are copied: name a --to-date",
            "of yesterday while the first store is still written to."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:no difference",
            "1:there is one, a store does not answer, or it was interrupted",
            "2:wrong option or configuration"
        })
final class RunLogValidateCommand extends StoreCommand {

    private static final int USUAL_SAMPLE = 1_000;

    @Option(names = "--left", paramLabel = "STORE", description = "Default: mysql.")
    private String left = "mysql";

    @Option(names = "--right", paramLabel = "STORE", description = "Default: elasticsearch.")
    private String right = "elasticsearch";

    @Option(names = "--tenant", paramLabel = "NAME", description = "Default: this installation's (RUNLOG_TENANT).")
    private @Nullable String tenant;

    @Option(names = "--from-date", paramLabel = "DAY", description = "From this day on: a whole day in UTC.")
    private @Nullable LocalDate first;

    @Option(names = "--to-date", paramLabel = "DAY", description = "Up to this day: included, to its end in UTC.")
    private @Nullable LocalDate last;

    @Option(names = "--type", paramLabel = "KIND", split = ",", description = "As of migrate. Default: all.")
    private List<String> types = List.of();

    @ArgGroup
    private @Nullable Extent extent;

    /** How much of it. */
    static final class Extent {

        @Option(
                names = "--sample",
                paramLabel = "N",
                description = "So many records of each kind from either store, picked at random. Default: 1,000.")
        private int sample;

        @Option(names = "--full", description = "All records.")
        private boolean full;
    }

    @Override
    int run(ApplicationContext context, RunLogStores stores) {
        ComparisonWish wish = wish(stores);
        ComparisonReport report;
        Bar bar = new Bar(out(), Terminal.attached() && !asJson());
        try (Interruption interruption = new Interruption()) {
            report = context.getBean(RunLogComparison.class)
                    .compare(wish, interruption, asJson() ? RunLogComparison.Watch.NONE : new Shown(bar));
            bar.end();
            if (asJson()) {
                printJson(context, report);
            } else {
                tell(report);
            }
        }
        return report.same() && !report.stopped() ? 0 : FAILED;
    }

    private ComparisonWish wish(RunLogStores stores) {
        Extent wanted = extent;
        if (wanted != null && !wanted.full && wanted.sample < 1) {
            throw wrong("--sample must be 1 to 10,000");
        }
        int sample = wanted == null ? USUAL_SAMPLE : wanted.sample;
        try {
            return new ComparisonWish(
                    store(stores, "--left", left),
                    store(stores, "--right", right),
                    tenant(stores, tenant),
                    Days.range(first, last),
                    types(types),
                    sample);
        } catch (IllegalArgumentException wrong) {
            throw wrong(String.valueOf(wrong.getMessage()));
        }
    }

    private void tell(ComparisonReport report) {
        out().printf(
                        "%-16s %15s %22s %22s %12s%n",
                        "", "compared", "missing in " + report.left(), "missing in " + report.right(), "different");
        report.kinds()
                .forEach(kind -> out().printf(
                                "%-16s %,15d %,22d %,22d %,12d%n",
                                kind.type(),
                                kind.compared(),
                                kind.missingLeft(),
                                kind.missingRight(),
                                kind.different()));
        report.findings()
                .forEach(finding -> out().println(finding.type() + " " + finding.id() + ": "
                        + switch (finding.state()) {
                            case "missing_left" -> "missing in " + report.left();
                            case "missing_right" -> "missing in " + report.right();
                            default -> "different: " + String.join(", ", finding.fields());
                        }));
        out().println(report.stopped() ? "Interrupted." : report.same() ? "No difference." : "There are differences.");
        out().flush();
    }

    /** The bar that shows a comparison. */
    private record Shown(Bar bar) implements RunLogComparison.Watch {

        @Override
        public void begun(RecordType type, long total) {
            bar.begin(type.wire(), 0, total);
        }

        @Override
        public void advanced(RecordType type, long done) {
            bar.advance(done);
        }
    }
}
