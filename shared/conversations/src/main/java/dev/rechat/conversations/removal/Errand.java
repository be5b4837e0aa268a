package dev.rechat.conversations.removal;

import dev.rechat.kernel.task.Afterwards;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Work that many may want at the same time. In a process one does it and one waits at most: the one that waits will see
 * everything that was there to be done when it was wanted. Thread-safe.
 */
final class Errand {

    private final String name;
    private final Afterwards afterwards;
    private final Runnable work;
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final ReentrantLock working = new ReentrantLock();

    Errand(String name, Afterwards afterwards, Runnable work) {
        this.name = name;
        this.afterwards = afterwards;
        this.work = work;
    }

    /** Has it done beside the present request. */
    void soon() {
        if (awaited.compareAndSet(false, true)) {
            afterwards.run(name, this::next);
        }
    }

    private void next() {
        working.lock();
        try {
            awaited.set(false);
            work.run();
        } finally {
            working.unlock();
        }
    }
}
