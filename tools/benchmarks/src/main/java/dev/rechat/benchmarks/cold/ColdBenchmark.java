package dev.rechat.benchmarks.cold;

import dev.rechat.benchmarks.cold.Figures.Spread;
import dev.rechat.benchmarks.process.ProcStatus;
import dev.rechat.testing.database.Schema;
import dev.rechat.testing.lambda.FunctionProcess;
import dev.rechat.testing.lambda.Invocation;
import dev.rechat.testing.lambda.RuntimeApiStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts a program again and again, each time with an event that waits for it already, as in a cold start. */
final class ColdBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double KIB_PER_MIB = 1024;
    private static final double BYTES_PER_MB = 1e6;

    private final Schema database;
    private final int rounds;
    private final int requests;

    ColdBenchmark(Schema database, int rounds, int requests) {
        this.database = database;
        this.rounds = rounds;
        this.requests = requests;
    }

    private record Start(double poll, double answer) {}

    Figures measure(Candidate candidate) throws IOException {
        Subject subject = candidate.subject();
        String withDatabase = subject.databaseEvent();
        start(candidate, subject.plainEvent()); // so that every file is in memory
        List<Start> plain = new ArrayList<>();
        List<Start> asking = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            plain.add(start(candidate, subject.plainEvent()));
            if (withDatabase != null) {
                asking.add(start(candidate, withDatabase));
            }
        }
        double[] resident = resident(candidate, withDatabase == null ? subject.plainEvent() : withDatabase);
        return new Figures(
                candidate.title(),
                Spread.of(plain.stream().map(Start::poll).toList()),
                Spread.of(plain.stream().map(Start::answer).toList()),
                withDatabase == null
                        ? null
                        : Spread.of(asking.stream().map(Start::answer).toList()),
                resident[0],
                resident[1],
                candidate.isNative() ? megabytes(candidate.file()) : null,
                megabytes(candidate.zip()));
    }

    private Start start(Candidate candidate, String event) {
        try (RuntimeApiStub lambda = RuntimeApiStub.start()) {
            Invocation invocation = lambda.invoke(event);
            long begin = System.nanoTime();
            try (FunctionProcess function = function(candidate, lambda)) {
                invocation.awaitDelivery(PATIENCE);
                double polled = (System.nanoTime() - begin) / NANOS_PER_MILLI;
                invocation.awaitResponse(PATIENCE);
                double answered = (System.nanoTime() - begin) / NANOS_PER_MILLI;
                function.kill();
                return new Start(polled, answered);
            }
        }
    }

    /** MiB after one answer, and after all of them. */
    private double[] resident(Candidate candidate, String event) throws IOException {
        try (RuntimeApiStub lambda = RuntimeApiStub.start();
                FunctionProcess function = function(candidate, lambda)) {
            lambda.invoke(event).awaitResponse(PATIENCE);
            double first = ProcStatus.of(function.pid()).residentKib() / KIB_PER_MIB;
            for (int request = 1; request < requests; request++) {
                lambda.invoke(event).awaitResponse(PATIENCE);
            }
            double last = ProcStatus.of(function.pid()).residentKib() / KIB_PER_MIB;
            return new double[] {first, last};
        }
    }

    private FunctionProcess function(Candidate candidate, RuntimeApiStub lambda) {
        return candidate
                .process()
                .environment("AWS_LAMBDA_RUNTIME_API", lambda.endpoint())
                .environment("DATASOURCES_DEFAULT_URL", database.jdbcUrl())
                .environment("DATASOURCES_DEFAULT_USERNAME", database.username())
                .environment("DATASOURCES_DEFAULT_PASSWORD", database.password())
                .environment("RECHAT_JWT_KEYS", "bench:not-a-secret-but-long-enough-for-HS256")
                .environment("RECHAT_SECRETS_KEYS", "bench:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                .start();
    }

    private static @Nullable Double megabytes(@Nullable Path file) throws IOException {
        return file == null ? null : Files.size(file) / BYTES_PER_MB;
    }
}
