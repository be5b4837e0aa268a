package dev.rechat.benchmarks.runlog;

import dev.rechat.benchmarks.page.MarkedPage;
import dev.rechat.runlog.store.StoreName;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of docs/performance.md that this benchmark writes. */
final class RunLogSection {

    static final MarkedPage PAGE = MarkedPage.of("runlog");

    private RunLogSection() {}

    /** @param products what each store calls itself, in the order of their columns */
    static String of(String facts, Map<StoreName, String> products, Sheet sheet, List<String> goals) {
        List<StoreName> stores = products.keySet().stream().sorted().toList();
        StringBuilder section = new StringBuilder("\n" + facts + "\n\n| ");
        section.append(stores.stream()
                .map(products::get)
                .collect(Collectors.joining(" | ", "p50 / p95 in ms, where nothing else is said | ", " |\n")));
        section.append("| --- |").append(" ---: |".repeat(stores.size())).append('\n');
        sheet.each(
                stores,
                (title, figures) -> section.append("| ")
                        .append(title)
                        .append(" | ")
                        .append(String.join(" | ", figures))
                        .append(" |\n"));
        section.append('\n');
        goals.forEach(goal -> section.append("* ").append(goal).append('\n'));
        return section.append('\n').toString();
    }
}
