package dev.rechat.maintenance.runlog.command;

import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far something is, and how fast: a bar that is drawn over itself on a terminal, a line every five seconds where lines are
 * kept.
 */
final class Bar {

    private static final int WIDTH = 24;
    private static final double NANOS = 1e9;

    private final PrintWriter out;
    private final boolean terminal;
    private final long pause;
    private @Nullable String title;
    private long total;
    private long done;
    private long already;
    private long begunAt = System.nanoTime();
    private long saidAt = begunAt;

    Bar(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.pause = (terminal ? Duration.ofMillis(250) : Duration.ofSeconds(5)).toNanos();
    }

    /** @param ofAll 0 where nobody knows */
    void begin(String what, long before, long ofAll) {
        end();
        title = what;
        already = before;
        done = before;
        total = ofAll;
        begunAt = System.nanoTime();
        saidAt = begunAt;
    }

    void advance(long more) {
        done += more;
        long now = System.nanoTime();
        if (now - saidAt >= pause) {
            saidAt = now;
            say(now);
        }
    }

    /** Leaves the last state standing. */
    void end() {
        if (title != null && (terminal || done > already)) {
            say(System.nanoTime());
            if (terminal) {
                out.println();
                out.flush();
            }
        }
        title = null;
    }

    private void say(long now) {
        String line = line(
                title == null ? "" : title, done, total, (done - already) / Math.max(0.001, (now - begunAt) / NANOS));
        if (terminal) {
            out.print("\r" + line + "\u001b[K");
        } else {
            out.println(line);
        }
        out.flush();
    }

    static String line(String title, long done, long total, double rate) {
        if (total <= 0) {
            return "%-28s %,14d  %,.0f/s".formatted(title, done, rate);
        }
        long shown = Math.min(done, total);
        int filled = (int) (WIDTH * shown / total);
        return "%-28s [%s%s] %3d %%  %,d of %,d  %,.0f/s"
                .formatted(
                        title,
                        "#".repeat(filled),
                        ".".repeat(WIDTH - filled),
                        100 * shown / total,
                        done,
                        Math.max(done, total),
                        rate);
    }
}
