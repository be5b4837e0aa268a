package dev.rechat.benchmarks.runlog;

import dev.rechat.benchmarks.history.Timings;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.store.StoreName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Asks the same again and again, and not for longer than a question is worth. */
record Asking(Sheet sheet, int rounds, Duration patience) {

    private static final int WARM_UP = 3;

    /** MariaDB's {@code ER_STATEMENT_TIMEOUT}. */
    private static final int STATEMENT_TIMEOUT = 1969;

    /** @param question is told which time it is asked */
    void ask(String title, StoreName store, IntConsumer question) {
        sheet.put(title, store, figure(question));
    }

    private static boolean isGivenUp(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == STATEMENT_TIMEOUT) {
                return true;
            }
        }
        return false;
    }

    private String figure(IntConsumer question) {
        Timings timings = new Timings();
        try {
            long end = System.nanoTime() + patience.toNanos();
            for (int round = 0; round < rounds + WARM_UP; round++) {
                long begin = System.nanoTime();
                question.accept(round);
                long took = System.nanoTime() - begin;
                // what takes long is not made slower by a first time
                boolean late = begin + took >= end;
                if (round >= WARM_UP || late) {
                    timings.add(took);
                }
                if (late) {
                    break;
                }
            }
        } catch (RunLogUnavailableException gaveUp) {
            return "no answer: " + gaveUp.getMessage();
        } catch (RuntimeException failure) {
            if (!isGivenUp(failure)) {
                throw failure;
            }
            return "no answer: given up by the server";
        }
        String times = timings.count() < rounds ? " (%d×)".formatted(timings.count()) : "";
        return String.format(Locale.ROOT, "%.1f / %.1f%s", timings.p50(), timings.p95(), times);
    }
}
