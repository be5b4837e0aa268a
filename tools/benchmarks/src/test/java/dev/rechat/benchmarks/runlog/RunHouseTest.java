package dev.rechat.benchmarks.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.runlog.TimeRange;
import dev.rechat.runlog.node.NodeStatus;
import dev.rechat.runlog.run.RunStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RunHouseTest {

    private static final RunHouse HOUSE = RunHouse.of(7, 16_000, YearMonth.of(2025, 11));

    private static List<Recorded> all(Dweller dweller) {
        return IntStream.range(0, dweller.runs()).mapToObj(dweller::run).toList();
    }

    @Test
    void hasExactlyAsManyNodesAsItSays() {
        List<Recorded> runs = all(HOUSE.owner());

        assertThat(HOUSE.nodes()).isEqualTo(16_000);
        assertThat(runs.stream().mapToInt(run -> run.nodes().size()).sum()).isEqualTo(16_000);
        assertThat(runs).hasSize(2_000);
    }

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        RunHouse other = RunHouse.of(8, 16_000, YearMonth.of(2025, 11));

        assertThat(all(RunHouse.of(7, 16_000, YearMonth.of(2025, 11)).owner())).isEqualTo(all(HOUSE.owner()));
        assertThat(all(other.owner())).doesNotContainAnyElementsOf(all(HOUSE.owner()));
    }

    @Test
    void givesEveryRecordAnIdOfItsOwn() {
        List<String> ids = all(HOUSE.owner()).stream()
                .flatMap(run -> IntStream.range(0, run.nodes().size() + 2).mapToObj(at -> switch (at) {
                    case 0 -> run.run().id();
                    case 1 -> run.log().id();
                    default -> run.nodes().get(at - 2).id();
                }))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().hasSize(20_000);
    }

    @Test
    void saysSomethingElseInEachRun() {
        assertThat(all(HOUSE.owner()).stream().map(run -> run.run().inputs())).doesNotHaveDuplicates();
    }

    @Test
    void lastsAYearInTheOrderOfTime() {
        List<Instant> times =
                all(HOUSE.owner()).stream().map(run -> run.run().createdAt()).toList();

        assertThat(times).isSorted().doesNotHaveDuplicates();
        assertThat(times.getFirst()).isEqualTo(HOUSE.start());
        assertThat(times.getLast()).isBefore(HOUSE.end());
        assertThat(HOUSE.end()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
    }

    @Test
    void leavesTheFirstMonthsToOneTenantAlone() {
        assertThat(HOUSE.lodger().runs()).isEqualTo(48);
        assertThat(HOUSE.lodger().run(0).run().createdAt()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(HOUSE.lodger().tenant()).isNotEqualTo(HOUSE.owner().tenant());
    }

    @Test
    void findsTheFirstRunOfATime() {
        Dweller owner = HOUSE.owner();
        Instant begins = owner.run(700).run().createdAt();

        assertThat(owner.firstAt(begins)).isEqualTo(700);
        assertThat(owner.firstAt(begins.plusMillis(1))).isEqualTo(701);
        assertThat(owner.firstAt(HOUSE.start())).isZero();
        assertThat(owner.firstAt(HOUSE.end())).isEqualTo(owner.runs());
    }

    @Test
    void failsInSomeRunsAtANodeThatWasTriedAgain() {
        List<Recorded> failed = all(HOUSE.owner()).stream()
                .filter(run -> run.run().status() == RunStatus.FAILED)
                .toList();

        assertThat(failed).hasSizeBetween(40, 160).allSatisfy(run -> {
            assertThat(run.nodes().getLast().status()).isEqualTo(NodeStatus.FAILED);
            assertThat(run.run().error()).isEqualTo(run.nodes().getLast().error());
        });
        assertThat(failed.stream().flatMap(run -> run.nodes().stream()))
                .anyMatch(node -> node.status() == NodeStatus.RETRY);
    }

    @Test
    void namesAHundredthOfItsTime() {
        TimeRange hundredth = HOUSE.hundredth();

        assertThat(Duration.between(HOUSE.start(), HOUSE.end()).toMillis() / 100)
                .isEqualTo(Duration.between(hundredth.start(), hundredth.end()).toMillis());
    }
}
