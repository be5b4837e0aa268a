package dev.rechat.admin.usage;

import dev.rechat.persistence.usage.RunningTurns;
import dev.rechat.persistence.usage.UsageNameRepository;
import dev.rechat.usage.report.Labels;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Counts what is being answered. */
@Singleton
final class RunningNow {

    /** More apps than anybody has. */
    private static final int MOST_APPS = 1000;

    private final UsageNameRepository turns;
    private final Labels labels;
    private final Clock clock;

    RunningNow(UsageNameRepository turns, Labels labels, Clock clock) {
        this.turns = turns;
        this.labels = labels;
        this.clock = clock;
    }

    RunningView view() {
        List<RunningTurns> running = turns.running(clock.instant(), MOST_APPS);
        Labels.Known names = labels.of(running.stream().map(RunningTurns::appId).toList(), List.of());
        return new RunningView(
                running.stream().mapToLong(RunningTurns::turns).sum(),
                running.stream()
                        .map(each -> RunningView.OfApp.of(each, names.app(each.appId())))
                        .toList());
    }
}
