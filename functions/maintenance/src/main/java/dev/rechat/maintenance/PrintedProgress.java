package dev.rechat.maintenance;

import dev.rechat.maintenance.run.Outcome;
import dev.rechat.maintenance.run.Progress;
import dev.rechat.persistence.maintenance.TaskName;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One line a second at most on a terminal, with how much there is to do; one every five seconds where lines are kept; and one
 * for each end.
 */
final class PrintedProgress implements Progress {

    private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
    private static final Duration IN_LOGS = Duration.ofSeconds(5);
    private static final double NANOS = 1e9;

    private final PrintWriter out;
    private final boolean terminal;
    private final long pause;
    private @Nullable TaskName task;
    private long startedAt;
    private long saidAt;
    private long doneBefore;

    /** @param terminal whether somebody sits before it */
    PrintedProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.pause = (terminal ? ON_TERMINAL : IN_LOGS).toNanos();
        this.startedAt = System.nanoTime();
        this.saidAt = startedAt;
    }

    /** Whether this process was started from a terminal: a console may also be there when nobody is. */
    static boolean onTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public boolean wantsTotals() {
        return terminal;
    }

    @Override
    public void advanced(TaskName now, long done, OptionalLong total) {
        long time = System.nanoTime();
        if (now != task) {
            task = now;
            startedAt = saidAt;
            doneBefore = 0;
        }
        if (time - saidAt < pause) {
            return;
        }
        double seconds = (time - startedAt) / NANOS;
        String left = total.isPresent() ? " of %,d".formatted(Math.max(done, total.getAsLong())) : "";
        out.printf("%-20s %,12d%s, %,.0f per second%n", now.wireName(), done, left, (done - doneBefore) / seconds);
        out.flush();
        saidAt = time;
    }

    @Override
    public void ended(Outcome outcome) {
        String end = switch (outcome) {
            case Outcome.Complete _ -> "";
            case Outcome.OutOfTime _ -> ", more is left for the next run";
            case Outcome.Failed _ -> ", then it failed";
        };
        out.printf("%-20s %,12d done%s%n", outcome.task().wireName(), outcome.done(), end);
        out.flush();
    }
}
