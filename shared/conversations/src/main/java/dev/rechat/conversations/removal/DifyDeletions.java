package dev.rechat.conversations.removal;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.task.Afterwards;
import dev.rechat.persistence.removal.DifyDeletion;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Works off the threads that are still to be deleted at Dify. Several processes may do that at once: each attempt is made by
 * one of them. What fails is tried again after pauses that grow; an app that fails as a whole is asked once for all of its
 * threads. Thread-safe; not to be called within a transaction.
 */
@Singleton
public final class DifyDeletions {

    /** What is done beside a request. */
    private static final int SOON = 50;

    /** No attempt begins after this; whoever comes next goes on. */
    private static final Duration LONGEST_PASS = Duration.ofSeconds(20);

    private final DeletionQueue queue;
    private final ThreadDeletion deletion;
    private final Errand errand;

    DifyDeletions(DeletionQueue queue, ThreadDeletion deletion, Afterwards afterwards) {
        this.queue = queue;
        this.deletion = deletion;
        this.errand = new Errand("deleting threads at Dify", afterwards, () -> workOff(SOON));
    }

    /** Works off some of what is due, beside the present request; what is noted by now is among it. */
    public void workOffSoon() {
        errand.soon();
    }

    /** Makes everything due, whatever pause it is in, and works off some of it soon. @return how many were in a pause */
    public long hurry() {
        long hurried = queue.hurry();
        workOffSoon();
        return hurried;
    }

    /**
     * Works off what is due, the longest waiting first. Blocks while Dify is asked.
     *
     * @param most how many attempts to make
     * @return how many threads are gone
     */
    public int workOff(int most) {
        Pass pass = new Pass(most, System.nanoTime() + LONGEST_PASS.toNanos());
        for (AppId app : queue.appsDue()) {
            pass.workOff(app);
        }
        return pass.gone;
    }

    /** Some attempts within some time. */
    private final class Pass {

        private final long end;
        private int left;
        private int gone;

        Pass(int most, long end) {
            this.left = most;
            this.end = end;
        }

        void workOff(AppId app) {
            if (left == 0) {
                return;
            }
            for (DifyDeletion thread : queue.due(app, left)) {
                if (System.nanoTime() - end > 0 || queue.claim(thread) && !goesOn(thread)) {
                    return;
                }
            }
        }

        /** @return whether the app's next thread is worth an attempt */
        private boolean goesOn(DifyDeletion thread) {
            left--;
            return switch (deletion.attempt(thread)) {
                case Attempt.Done _ -> {
                    queue.done(thread);
                    gone++;
                    yield true;
                }
                case Attempt.Failed failure -> {
                    queue.failed(thread, failure);
                    yield !failure.ofApp();
                }
            };
        }
    }
}
