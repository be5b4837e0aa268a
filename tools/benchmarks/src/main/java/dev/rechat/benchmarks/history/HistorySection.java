package dev.rechat.benchmarks.history;

import dev.rechat.benchmarks.page.MarkedPage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The parts of docs/performance.md that this benchmark writes. */
final class HistorySection {

    static final MarkedPage FIGURES = MarkedPage.of("history");
    static final MarkedPage PLANS = new MarkedPage(
            "<!-- bench history plans: written by ./rechat bench history -->", "<!-- bench history plans: end -->");

    private static final String NONE = "–";

    private HistorySection() {}

    static String figures(String facts, List<Outcome> outcomes) {
        String rows = outcomes.stream().map(HistorySection::row).collect(Collectors.joining());
        String goals = outcomes.stream().map(HistorySection::goal).collect(Collectors.joining());
        return "\n" + facts + "\n\n"
                + "| operation | small house p50 / p95, ms | large house p50 / p95, ms | ratio of p50 / p95"
                + " | pages looked at, small / large | of these from disk | heaviest person p50 / p95, ms |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n" + rows + "\n" + goals + "\n";
    }

    private static String row(Outcome outcome) {
        if (outcome.refused() != null) {
            return "| %s | – | – | – | – | – | – |\n"
                    .formatted(outcome.operation().title());
        }
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.2f / %.2f | %.0f / %.0f | %.1f / %.1f | %s |\n",
                outcome.operation().title(),
                pair(outcome.small()),
                pair(outcome.large()),
                outcome.ratio(),
                outcome.ratioAtP95(),
                outcome.small().pagesLooked(),
                outcome.large().pagesLooked(),
                outcome.small().pagesRead(),
                outcome.large().pagesRead(),
                pair(outcome.heavy()));
    }

    private static String pair(Timings timings) {
        return timings.count() == 0 ? NONE : String.format(Locale.ROOT, "%.1f / %.1f", timings.p50(), timings.p95());
    }

    private static String goal(Outcome outcome) {
        if (outcome.refused() != null) {
            return "* %s: not measured, %s\n".formatted(outcome.operation().title(), outcome.refused());
        }
        String unfinished = outcome.operation().isSearch()
                ? String.format(
                        Locale.ROOT,
                        "; ended with its budget: %.0f %% of searches, %.0f %% of the heaviest person's",
                        outcome.large().unfinished(),
                        outcome.heavy().unfinished())
                : "";
        return String.format(
                Locale.ROOT,
                "* %s: %.2f times, goal at most %.1f: %s%s\n",
                outcome.operation().title(),
                outcome.ratio(),
                outcome.operation().goal(),
                outcome.kept() ? "kept" : "**missed**",
                unfinished);
    }

    static String plans(Map<Operation, List<Plan>> plans) {
        return plans.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> "\n**" + entry.getKey().title() + "**\n\n"
                        + entry.getValue().stream().map(HistorySection::plan).collect(Collectors.joining("\n")))
                .collect(Collectors.joining("", "", "\n"));
    }

    private static String plan(Plan plan) {
        return "```sql\n" + plan.sql() + "\n```\n\n"
                + plan.servers().stream().map(line -> "* " + line + "\n").collect(Collectors.joining());
    }
}
