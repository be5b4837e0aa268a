package dev.rechat.benchmarks.relay;

import org.jspecify.annotations.Nullable;

/** Runs with figures that are easy to tell apart. */
final class Runs {

    private Runs() {}

    static Run direct() {
        return run("direct", 100_000, null, new Percentiles(0.1, 1.2), null, null);
    }

    static Run nginx(double cpu) {
        return run("nginx", 100_000, cpu, new Percentiles(0.2, 2), Memory.of(1024, 2048, Goals.TURNS), null);
    }

    static Run rechat(double cpu, Percentiles delay, double kibPerTurn) {
        long open = 1024 + (long) (kibPerTurn * Goals.TURNS);
        return run(
                "rechat",
                80_000,
                cpu,
                delay,
                Memory.of(1024, open, Goals.TURNS).with(7.5),
                new Statements(4, 5, 0, 2, 6, 4, 21));
    }

    static Run openAi(long bytes) {
        return run("openai", bytes, 60.0, new Percentiles(1.1, 11.2), null, null)
                .above(direct());
    }

    private static Run run(
            String way,
            long bytes,
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
                bytes,
                null,
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
