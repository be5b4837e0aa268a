package dev.rechat.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs one action in many threads that all begin it at the same moment. */
public final class Together {

    public static final int CALLERS = 16;

    private Together() {}

    public static <T> List<T> call(Callable<T> action) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<T>> answers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                answers.add(threads.submit(() -> {
                    start.await();
                    return action.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }
}
