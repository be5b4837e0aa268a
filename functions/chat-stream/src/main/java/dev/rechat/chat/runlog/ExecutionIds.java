package dev.rechat.chat.runlog;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ids of the rows of executions. Dify's own, where it tells one. Iterations and loops tell the id of their node in the graph
 * instead, which every run of the workflow has, and a run once for each time that it comes by: their rows are called
 * {@code RUN:NODE}, and from the second time on {@code RUN:NODE:2}. A retry, which Dify tells under the id of its execution, is
 * {@code ID:retry-1}.
 */
final class ExecutionIds {

    private static final int MOST_CHARS = 255;

    private final String run;
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, Integer> replayed = new HashMap<>();

    ExecutionIds(String run) {
        this.run = run;
    }

    static boolean isContainer(@Nullable String nodeType) {
        return "iteration".equals(nodeType) || "loop".equals(nodeType);
    }

    /** A snapshot begins: what it tells is counted from the first one again. */
    void replay() {
        replayed.clear();
    }

    /** A container begins, live. */
    String next(String node) {
        return container(node, times.merge(node, 1, Integer::sum));
    }

    /** A container begins, as a snapshot tells it: like any other node. */
    String nextReplayed(String node) {
        int number = replayed.merge(node, 1, Integer::sum);
        times.merge(node, number, Math::max);
        return container(node, number);
    }

    /** The container that began last. */
    String current(String node) {
        return container(node, times.computeIfAbsent(node, first -> 1));
    }

    private String container(String node, int number) {
        return cut(run + ":" + node, number == 1 ? "" : ":" + number);
    }

    static String retry(String id, int number) {
        return cut(id, ":retry-" + number);
    }

    private static String cut(String id, String end) {
        return id.substring(0, Math.min(id.length(), MOST_CHARS - end.length())) + end;
    }
}
