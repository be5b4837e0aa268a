package dev.rechat.chat.runlog;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyRuns;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.runlog.run.Evidence;
import dev.rechat.runlog.run.RunStatus;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out how runs ended whose events did not tell it. Beside the turn: its end waits for nobody. A run that still goes on at
 * Dify, or a Dify that does not answer, leaves the record open, for maintenance to complete.
 */
@Singleton
final class RunLookups {

    private static final Logger LOG = LoggerFactory.getLogger(RunLookups.class);

    /** Dify takes a moment to end a run that was stopped. */
    private static final List<Duration> PAUSES = List.of(Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(2));

    private final DifyRuns runs;
    private final DifyTargets targets;
    private final Afterwards afterwards;

    RunLookups(DifyRuns runs, DifyTargets targets, Afterwards afterwards) {
        this.runs = runs;
        this.targets = targets;
        this.afterwards = afterwards;
    }

    /** @param recorder has the run; nobody else may use it from now on */
    void complete(RunContext context, RunRecorder recorder, String run, RunEnd end) {
        afterwards.run("looking up run " + run, () -> {
            if (!found(context, recorder, run, end)) {
                told(recorder);
            }
        });
    }

    /** @return whether there is nothing more to find out */
    private boolean found(RunContext context, RunRecorder recorder, String run, RunEnd end) {
        try {
            for (Duration pause : PAUSES) {
                Thread.sleep(pause);
                if (recorder.lookedUp(runs.detail(targets.of(context.app()), run))) {
                    return true;
                }
            }
            LOG.info("run {} goes on at Dify after its turn has ended", run);
            return false;
        } catch (DifyRejectedException refused) {
            if (refused.notFound()) {
                cut(recorder, end);
            }
            return refused.notFound();
        } catch (DifyException unwell) {
            LOG.warn("how run {} ended is not known: {}", run, unwell.getMessage());
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void cut(RunRecorder recorder, RunEnd end) {
        String failure = recorder.failure();
        switch (end) {
            case STOPPED -> recorder.cut(RunStatus.STOPPED, Evidence.CUT, null);
            case BROKEN -> {
                if (failure == null) {
                    recorder.cut(RunStatus.FAILED, Evidence.CUT, "the stream was cut, and Dify does not know the run");
                } else {
                    recorder.cut(RunStatus.FAILED, Evidence.TOLD, failure);
                }
            }
        }
    }

    /** An error event is an end, though not a whole one. */
    private static void told(RunRecorder recorder) {
        String failure = recorder.failure();
        if (failure != null) {
            recorder.cut(RunStatus.FAILED, Evidence.TOLD, failure);
        }
    }
}
