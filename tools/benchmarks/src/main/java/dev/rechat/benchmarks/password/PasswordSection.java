package dev.rechat.benchmarks.password;

import dev.rechat.accounts.password.Argon2Cost;
import dev.rechat.benchmarks.page.MarkedPage;
import java.util.List;
import java.util.Locale;

/** The part of docs/performance.md that this benchmark writes. */
final class PasswordSection {

    static final String BEGIN = "<!-- bench password: written by ./rechat bench password -->";
    static final String END = "<!-- bench password: end -->";

    private PasswordSection() {}

    /** @throws IllegalArgumentException when the page has no place for it */
    static String replace(String page, String section) {
        return new MarkedPage(BEGIN, END).replace(page, section);
    }

    static String of(String facts, List<HashCost> costs) {
        StringBuilder section = new StringBuilder("\n" + facts + "\n\n"
                + "| Argon2id | processor time p50 / p95, ms | allocated, MiB | derived at 512 MB, ms |\n"
                + "| --- | ---: | ---: | ---: |\n");
        for (HashCost cost : costs) {
            Argon2Cost made = cost.cost();
            section.append(String.format(
                    Locale.ROOT,
                    "| m=%d, t=%d, p=%d%s | %.1f / %.1f | %.1f | %.0f |\n",
                    made.memoryKib(),
                    made.passes(),
                    made.lanes(),
                    made.equals(Argon2Cost.CURRENT) ? " (in use)" : "",
                    cost.medianMillis(),
                    cost.p95Millis(),
                    cost.allocatedMib(),
                    cost.millisAt512Mb()));
        }
        return section.append('\n').toString();
    }
}
