package dev.rechat.usage.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.usage.UsageDimension;
import dev.rechat.persistence.usage.UsageFilter;
import dev.rechat.persistence.usage.UsagePlace;
import dev.rechat.persistence.usage.UsageSort;
import dev.rechat.usage.UsageHouse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure of every report is what the turns of the ledger add up to. */
class FiguresAgreeWithTurnsIT {

    private static final LocalDate FROM = LocalDate.parse("2026-03-03");
    private static final LocalDate TO = LocalDate.parse("2026-03-14");

    // begun with the class, before any test is made: NullAway does not see that
    @SuppressWarnings("NullAway.Init")
    private static UsageHouse house;

    @SuppressWarnings("NullAway.Init")
    private static Workload workload;

    @BeforeAll
    static void turnsEnd() {
        house = new UsageHouse();
        workload = new Workload(house, 20260302);
        workload.run(700);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    static Stream<Arguments> reports() {
        List<Set<UsageDimension>> groupings = List.of(
                EnumSet.of(UsageDimension.DAY),
                EnumSet.of(UsageDimension.APP),
                EnumSet.of(UsageDimension.USER),
                EnumSet.of(UsageDimension.DAY, UsageDimension.APP),
                EnumSet.of(UsageDimension.DAY, UsageDimension.USER),
                EnumSet.of(UsageDimension.APP, UsageDimension.USER),
                EnumSet.allOf(UsageDimension.class));
        return groupings.stream().flatMap(by -> Stream.of(UsageSort.values()).map(sort -> Arguments.of(by, sort)));
    }

    @ParameterizedTest(name = "by {0}, {1} first")
    @MethodSource("reports")
    void inEveryGrouping(Set<UsageDimension> by, UsageSort sort) {
        agree(new UsageQuestion(new UsageFilter(FROM, TO, null, null), by, sort));
    }

    @ParameterizedTest(name = "by {0}, {1} first")
    @MethodSource("reports")
    void ofOneAppAndOfOnePerson(Set<UsageDimension> by, UsageSort sort) {
        AppId app = workload.apps.get(1);
        UserId person = workload.people.get(2);

        agree(new UsageQuestion(new UsageFilter(FROM, TO, app, null), by, sort));
        agree(new UsageQuestion(new UsageFilter(FROM, TO, null, person), by, sort));
        agree(new UsageQuestion(new UsageFilter(FROM, TO, app, person), by, sort));
    }

    @Test
    void inTheTotal() {
        UsageFilter filter = new UsageFilter(FROM, TO, null, null);

        UsageReport.Total total = house.bean(UsageReport.class).total(filter);

        assertThat(Recomputation.told(total.row()))
                .isEqualTo(Recomputation.of(turns(filter), Set.of()).get(List.of()));
        assertThat(total.people()).isEqualTo(5);
        assertThat(total.apps()).isEqualTo(3);
    }

    @Test
    void whereThereAreNone() {
        UsageFilter filter = new UsageFilter(LocalDate.parse("2020-01-01"), LocalDate.parse("2020-01-31"), null, null);

        assertThat(house.bean(UsageReport.class).total(filter).row().turns()).isZero();
        assertThat(pages(new UsageQuestion(filter, EnumSet.of(UsageDimension.APP), UsageSort.COST)))
                .isEmpty();
    }

    @Test
    void keepNoSumOfNothing() {
        assertThat(house.rows("SELECT day FROM usage_daily WHERE turns <= 0 UNION SELECT day FROM usage_tallies"
                        + " WHERE turns <= 0"))
                .isEmpty();
        assertThat(house.rows("SELECT DISTINCT status FROM turn_usage")).hasSize(6);
        assertThat(house.rows("SELECT DISTINCT currency FROM usage_daily")).hasSize(3);
    }

    private static void agree(UsageQuestion question) {
        List<UsageReport.Placed> rows = pages(question);
        Map<List<String>, String> expected = Recomputation.of(turns(question.filter()), question.by());

        assertThat(rows).as("some").hasSizeGreaterThan(0);
        assertThat(rows.stream().map(row -> key(question, row)).toList())
                .as("each once")
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        assertThat(rows)
                .allSatisfy(
                        row -> assertThat(Recomputation.told(row.row())).isEqualTo(expected.get(key(question, row))));
        assertThat(rows.stream().map(row -> row.place().value()).toList())
                .isSortedAccordingTo(Comparator.<BigDecimal>reverseOrder());
    }

    /** In pages of seven, each asked for with what a cursor says of the one before. */
    private static List<UsageReport.Placed> pages(UsageQuestion question) {
        List<UsageReport.Placed> all = new ArrayList<>();
        Set<UsagePlace> seen = new HashSet<>();
        @Nullable UsagePlace after = null;
        while (true) {
            List<UsageReport.Placed> page = house.bean(UsageReport.class).page(question, after, 7);
            all.addAll(page);
            if (page.size() < 7) {
                return all;
            }
            UsagePlace last = page.getLast().place();
            assertThat(seen.add(last)).as("goes on").isTrue();
            after = question.place(question.parts(last)).orElseThrow();
        }
    }

    private static List<String> key(UsageQuestion question, UsageReport.Placed row) {
        return question.by().stream()
                .map(dimension -> String.valueOf(
                        switch (dimension) {
                            case DAY -> row.place().group().day();
                            case APP -> row.place().group().app();
                            case USER -> row.place().group().user();
                        }))
                .toList();
    }

    private static List<List<String>> turns(UsageFilter filter) {
        String condition = " WHERE day BETWEEN '" + filter.from() + "' AND '" + filter.to() + "'";
        String app = filter.app() == null ? "" : " AND app_id = '" + filter.app() + "'";
        String user = filter.user() == null ? "" : " AND user_id = '" + filter.user() + "'";
        return house.rows(Recomputation.LEDGER + condition + app + user);
    }
}
