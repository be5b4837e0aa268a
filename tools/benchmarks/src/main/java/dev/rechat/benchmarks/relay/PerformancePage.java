package dev.rechat.benchmarks.relay;

import dev.rechat.benchmarks.page.MarkedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The part of docs/performance.md that this benchmark writes; the rest of the page is people's. */
final class PerformancePage {

    static final String BEGIN = "<!-- bench relay: written by ./rechat bench relay -->";
    static final String END = "<!-- bench relay: end -->";

    private PerformancePage() {}

    static void update(Path page, Report report) throws IOException {
        Files.writeString(page, replace(Files.readString(page), section(report)));
    }

    /** @throws IllegalArgumentException when the page has no place for it */
    static String replace(String page, String section) {
        return new MarkedPage(BEGIN, END).replace(page, section);
    }

    static String section(Report report) {
        Machine machine = report.machine();
        String facts = """
                %s, commit `%s`, %d cores of %s, %s, %s with `%s`; load before the run %s. %d events per turn, %d ms apart.
                """.formatted(
                        report.date(),
                        machine.commit(),
                        machine.cores(),
                        machine.processor(),
                        machine.kernel(),
                        machine.jvm(),
                        String.join(" ", machine.jvmOptions()),
                        machine.load(),
                        report.eventsPerTurn(),
                        report.intervalMillis());
        String goals = report.goals().isEmpty()
                ? "The goals are set for 500 turns, which this run did not have.\n"
                : report.goals().stream()
                        .map(goal -> "* " + goal + "\n")
                        .collect(Collectors.joining("", "At 500 turns:\n\n", ""));
        return "\n" + facts + "\n" + MarkdownTable.of(report.runs()) + "\n" + goals + "\n";
    }
}
