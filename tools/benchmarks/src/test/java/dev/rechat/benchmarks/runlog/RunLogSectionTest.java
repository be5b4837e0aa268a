package dev.rechat.benchmarks.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.runlog.store.StoreName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RunLogSectionTest {

    private final List<String> told = new ArrayList<>();
    private final Sheet sheet = new Sheet(told::add);

    @Test
    void putsBothStoresSideBySide() {
        sheet.rate("writing", StoreName.MYSQL, 30_000, 2_000_000_000L);
        sheet.put("page", StoreName.MYSQL, "1.0 / 2.0");
        sheet.rate("writing", StoreName.ELASTICSEARCH, 1_000, 1_000_000_000L);

        String section = RunLogSection.of(
                "Some facts.",
                Map.of(StoreName.ELASTICSEARCH, "OpenSearch 3.8.0", StoreName.MYSQL, "11.4.5-MariaDB"),
                sheet,
                List.of("a goal: kept"));

        assertThat(section).isEqualTo("""

                Some facts.

                | p50 / p95 in ms, where nothing else is said | 11.4.5-MariaDB | OpenSearch 3.8.0 |
                | --- | ---: | ---: |
                | writing | 15,000 | 1,000 |
                | page | 1.0 / 2.0 | – |

                * a goal: kept

                """);
        assertThat(told).first().isEqualTo("  mysql: writing: 15,000");
    }

    @Test
    void hasAPlaceOnThePage() {
        String page =
                "before\n<!-- bench runlog: written by ./rechat bench runlog -->\nold\n<!-- bench runlog: end -->\nafter";

        assertThat(RunLogSection.PAGE.replace(page, "new\n"))
                .isEqualTo(
                        "before\n<!-- bench runlog: written by ./rechat bench runlog -->\nnew\n<!-- bench runlog: end -->\nafter");
    }

    @Test
    void saysWhetherAMonthWentQuicklyEnough() {
        assertThat(LettingGo.goal("mysql", 1_000_000, 2_000_000_000L))
                .isEqualTo("mysql: 500,000 records/s let go at once, goal at least 100,000: kept");
        assertThat(LettingGo.goal("mysql", 1_000_000, 20_000_000_000L)).endsWith(": **missed**");
        assertThat(LettingGo.goal("mysql", 2_000, 1_000L)).contains("the goal is set for 100,000 records");
    }
}
