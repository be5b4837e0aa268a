package dev.rechat.testing.dify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** All requests in the order they arrived, to look at or to wait for. */
final class RequestLog {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<RecordedRequest> requests = new ArrayList<>();

    void add(RecordedRequest request) {
        lock.lock();
        try {
            requests.add(request);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<RecordedRequest> all() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    RecordedRequest await(Predicate<RecordedRequest> wanted, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (true) {
                Optional<RecordedRequest> found =
                        requests.stream().filter(wanted).findFirst();
                if (found.isPresent()) {
                    return found.get();
                }
                if (left <= 0) {
                    throw new IllegalStateException("No such request within " + patience + ", only " + requests);
                }
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
