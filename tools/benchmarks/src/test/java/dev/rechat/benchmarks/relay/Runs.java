package dev.rechat.benchmarks.relay;

import org.jspecify.annotations.Nullable;

/** Runs with figures that are easy to tell apart. */
final class Runs {

    private Runs() {}

    static Run direct() {
        return run("direct", null, new Percentiles(0.1, 1.2), null, null);
    }

    static Run nginx(double cpu) {
        return run("nginx", cpu, new Percentiles(0.2, 2), Memory.of(1024, 2048, Goals.TURNS), null);
    }

    static Run rechat(double cpu, Percentiles delay, double kibPerTurn) {
        long open = 1024 + (long) (kibPerTurn * Goals.TURNS);
        return run(
                "rechat",
                cpu,
                delay,
                Memory.of(1024, open, Goals.TURNS).with(7.5),
                new Statements(4, 5, 0, 2, 6, 4, 21));
    }

    private static Run run(
            String way,
            @Nullable Double cpu,
            Percentiles delay,
            @Nullable Memory memory,
            @Nullable Statements statements) {
        return new Run(
                way,
                Goals.TURNS,
                0,
                null,
                50_000,
                delay,
                null,
                new Percentiles(2, 5),
                cpu,
                cpu,
                17,
                44.4,
                memory,
                statements);
    }
}
