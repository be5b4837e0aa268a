package dev.rechat.benchmarks.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GoalsTest {

    private static List<String> judge(Run ours) {
        return Goals.judge(List.of(Runs.direct(), Runs.nginx(20), ours.above(Runs.direct())));
    }

    @Test
    void saysWhatIsKept() {
        assertThat(judge(Runs.rechat(40, new Percentiles(1.1, 11.2), 64)))
                .containsExactly(
                        "CPU per event, against nginx's: 2.0 times, goal at most 2: kept",
                        "added delay p50: 1.0 ms, goal at most 3: kept",
                        "added delay p99: 10.0 ms, goal at most 50: kept",
                        "resident memory per open turn: 64.0 KiB, goal at most 64: kept",
                        "live heap per open turn: 7.5 KiB, goal at most 64: kept");
    }

    @Test
    void saysByHowMuchAGoalIsMissed() {
        assertThat(judge(Runs.rechat(100, new Percentiles(5.1, 101.2), 100)))
                .containsExactly(
                        "CPU per event, against nginx's: 5.0 times, goal at most 2: **missed** by 3.0 times",
                        "added delay p50: 5.0 ms, goal at most 3: **missed** by 2.0 ms",
                        "added delay p99: 100.0 ms, goal at most 50: **missed** by 50.0 ms",
                        "resident memory per open turn: 100.0 KiB, goal at most 64: **missed** by 36.0 KiB",
                        "live heap per open turn: 7.5 KiB, goal at most 64: kept");
    }

    @Test
    void judgesTheBytesOfTheOpenAiApiWhereItWasMeasured() {
        Run ours = Runs.rechat(40, new Percentiles(1.1, 11.2), 64);

        assertThat(Goals.judge(List.of(Runs.direct(), ours, Runs.openAi(150_000))))
                .last()
                .isEqualTo("bytes of the OpenAI API per byte of Dify's: 1.5 times, goal at most 1.5: kept");
        assertThat(Goals.judge(List.of(Runs.direct(), ours, Runs.openAi(180_000))))
                .last()
                .asString()
                .endsWith("**missed** by 0.3 times");
    }

    @Test
    void judgesNothingThatWasNotRun() {
        assertThat(Goals.judge(List.of())).isEmpty();
    }
}
