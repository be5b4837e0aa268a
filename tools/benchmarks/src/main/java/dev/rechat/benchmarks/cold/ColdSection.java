package dev.rechat.benchmarks.cold;

import dev.rechat.benchmarks.cold.Figures.Spread;
import dev.rechat.benchmarks.page.MarkedPage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The part of docs/performance.md that this benchmark writes. */
final class ColdSection {

    static final MarkedPage PAGE = MarkedPage.of("cold");

    private static final String NONE = "–";

    private ColdSection() {}

    /** @param missing programs that were not there to be measured */
    static String of(String facts, List<Figures> all, List<String> missing) {
        StringBuilder section = new StringBuilder("\n" + facts + "\n\n"
                + "| program | first poll p50 / p95, ms | first answer, ms | with the database, ms | × hello"
                + " | resident after 1 / all, MiB | executable / zip, MB |\n"
                + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        double hello = all.stream()
                .filter(figures -> figures.title().startsWith("hello"))
                .mapToDouble(figures -> figures.plain().median())
                .findFirst()
                .orElse(Double.NaN);
        for (Figures figures : all) {
            section.append(String.join(
                            " | ",
                            "| " + figures.title(),
                            spread(figures.poll()),
                            spread(figures.plain()),
                            spread(figures.database()),
                            Double.isNaN(hello) ? NONE : number(figures.plain().median() / hello),
                            number(figures.firstMib()) + " / " + number(figures.lastMib()),
                            number(figures.fileMb()) + " / " + number(figures.zipMb())))
                    .append(" |\n");
        }
        if (!missing.isEmpty()) {
            section.append("\nNot there, so not measured: ")
                    .append(String.join(", ", missing))
                    .append(".\n");
        }
        return section.append('\n').toString();
    }

    private static String spread(@Nullable Spread spread) {
        return spread == null ? NONE : number(spread.median()) + " / " + number(spread.p95());
    }

    private static String number(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%.1f", value);
    }
}
