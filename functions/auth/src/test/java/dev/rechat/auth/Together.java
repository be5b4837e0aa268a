package dev.rechat.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs one action many times at the same moment. */
public final class Together {

    private Together() {}

    public static <T> List<T> call(int callers, IntFunction<T> action) throws Exception {
        CyclicBarrier start = new CyclicBarrier(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            List<Future<T>> answers = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int number = caller;
                answers.add(threads.submit(() -> {
                    start.await();
                    return action.apply(number);
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
