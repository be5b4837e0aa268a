package dev.rechat.maintenance.run;

import dev.rechat.persistence.maintenance.TaskName;
import java.time.Duration;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** For runs that nobody has asked for: a line every few seconds while there is much to do, and one for what was done. */
public final class LoggedProgress implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);
    private static final long PAUSE = Duration.ofSeconds(5).toNanos();

    private long saidAt = System.nanoTime();

    @Override
    public void advanced(TaskName task, long done, OptionalLong total) {
        long time = System.nanoTime();
        if (time - saidAt >= PAUSE) {
            LOG.info("{}: {} done so far", task.wireName(), done);
            saidAt = time;
        }
    }

    @Override
    public void ended(Outcome outcome) {
        if (outcome.done() > 0) {
            LOG.info("{}: {} done", outcome.task().wireName(), outcome.done());
        }
    }
}
