package dev.rechat.benchmarks.runlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.store.RunLogStore;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.testing.database.MigratedSchema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A small house in both stores, and everything that is measured of it. What takes rows away is tried last. */
@TestMethodOrder(OrderAnnotation.class)
final class RunLogBenchmarkIT {

    private static final RunHouse HOUSE = RunHouse.of(5, 6_000, YearMonth.of(2025, 11));

    @TempDir
    private static Path directory;

    private static OpenSearch server;
    private static Stores stores;
    private static Map<String, String> filling;

    private final List<String> told = new ArrayList<>();
    private final Sheet sheet = new Sheet(told::add);

    @BeforeAll
    static void fill() throws Exception {
        server = OpenSearch.start(Path.of("../.."), directory, "512m");
        stores = Stores.open(MigratedSchema.create(), server.address().toString(), EnumSet.allOf(StoreName.class), 0);
        Sheet unused = new Sheet(line -> {});
        RunLogBenchmark first =
                new RunLogBenchmark(stores, unused, new Asking(unused, 1, Duration.ofSeconds(1)), line -> {});
        filling = first.fill(stores.of(StoreName.MYSQL), HOUSE, 2, true);
        first.fill(stores.of(StoreName.ELASTICSEARCH), HOUSE, 2, false);
    }

    @AfterAll
    static void close() {
        stores.close();
        server.close();
    }

    @Test
    @Order(1)
    void fillsBothStoresWithExactlyTheRunsOfTheHouse() {
        for (RunLogStore store : stores.all()) {
            for (int number : List.of(0, 1, 400, HOUSE.runs() - 1)) {
                Recorded made = HOUSE.owner().run(number);
                assertThat(store.runs().find(HOUSE.owner().tenant(), made.run().id()))
                        .hasValueSatisfying(run -> assertThat(run)
                                .usingRecursiveComparison()
                                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                                .isEqualTo(made.run()));
                assertThat(store.nodes()
                                .findByRun(
                                        HOUSE.owner().tenant(),
                                        made.run().appId(),
                                        made.run().id()))
                        .isEqualTo(made.nodes());
                assertThat(store.runs()
                                .findAppLogs(HOUSE.owner().tenant(), made.run().id()))
                        .containsExactly(made.log());
            }
            assertThat(count(store, RecordType.NODE_EXECUTIONS, HOUSE.owner())).isEqualTo(HOUSE.nodes());
            assertThat(count(store, RecordType.WORKFLOW_RUNS, HOUSE.owner())).isEqualTo(HOUSE.runs());
            assertThat(count(store, RecordType.APP_LOGS, HOUSE.owner())).isEqualTo(HOUSE.runs());
        }
        assertThat(filling).hasSize(4).containsKey("writing all kinds, 2 writers, records/s");
        assertThat(count(stores.of(StoreName.MYSQL), RecordType.NODE_EXECUTIONS, HOUSE.lodger()))
                .isEqualTo(HOUSE.lodger().nodes());
    }

    @Test
    @Order(2)
    void refusesToFillAStoreThatHoldsRuns() {
        assertThatThrownBy(() -> benchmark().fill(stores.of(StoreName.MYSQL), HOUSE, 1, true))
                .hasMessageContaining("empty store");
    }

    @Test
    @Order(3)
    void asksEveryStoreTheSame() throws Exception {
        for (RunLogStore store : stores.all()) {
            benchmark().ask(store, HOUSE, fresh());
        }

        List<String> without = new ArrayList<>();
        sheet.each(List.of(StoreName.MYSQL, StoreName.ELASTICSEARCH), (title, figures) -> {
            assertThat(figures).noneMatch(figure -> figure.startsWith("no answer"));
            if (figures.contains("–")) {
                without.add(title);
            }
        });
        assertThat(without)
                .isNotEmpty()
                .allMatch(title -> title.startsWith("without the roll-up") || title.startsWith("rolling up"));
    }

    @Test
    @Order(4)
    void movesTheSmallTenantWhileItsRunsGoOnAndFindsNoDifference() {
        benchmark().move(fresh(), 20);

        assertThat(told).anyMatch(line -> line.contains("moving: differences found afterwards: 0 of"));
        assertThat(count(stores.of(StoreName.ELASTICSEARCH), RecordType.NODE_EXECUTIONS, HOUSE.lodger()))
                .isEqualTo(count(stores.of(StoreName.MYSQL), RecordType.NODE_EXECUTIONS, HOUSE.lodger()))
                .isGreaterThan(HOUSE.lodger().nodes());
    }

    @Test
    @Order(5)
    void letsTheOldestMonthGoAtOnceAndNothingElse() {
        int left = HOUSE.runs()
                - HOUSE.owner().firstAt(RunHouse.start(HOUSE.begin().plusMonths(1)));

        List<String> goals = benchmark().letGo(HOUSE, stores.all());

        assertThat(goals).hasSize(2).allMatch(goal -> goal.contains("the goal is set for"));
        for (RunLogStore store : stores.all()) {
            assertThat(count(store, RecordType.WORKFLOW_RUNS, HOUSE.owner())).isEqualTo(left);
        }
    }

    private RunLogBenchmark benchmark() {
        return new RunLogBenchmark(stores, sheet, new Asking(sheet, 2, Duration.ofSeconds(5)), line -> {});
    }

    private static long count(RunLogStore store, RecordType type, Dweller dweller) {
        return store.transfer().count(type, dweller.tenant(), TimeRange.ALL);
    }

    private static Dweller fresh() {
        return new RunHouse(System.nanoTime(), HOUSE.nodes(), HOUSE.begin()).lodger();
    }
}
