package dev.rechat.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rechat.testing.database.DatabaseKind;
import dev.rechat.testing.database.DatabaseUnavailableException;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.gateway.Packaging;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The smoke test of the native executables: what must work in them or nothing does. */
class NativeFunctionsNativeIT {

    @Test
    void signsUpStreamsAnAnswerAndTellsFailures() {
        assumeBuilt("auth", "chat-stream");
        try (FunctionJourney journey = new FunctionJourney(Packaging.NATIVE)) {
            String token = journey.signUp("native@example.org");
            journey.refusesWrongPassword("native@example.org");
            journey.streamsPieceByPiece(token);
            journey.endsBrokenStreamInOrder(token);
            journey.tellsRefusalAsPlainError(token);
            journey.passesFilesAndSpeech(token);
        }
    }

    /** By default virtual threads do, and in an executable one of them may never wake (docs/native.md). */
    @Test
    void watchesSocketsOnPlatformThreads() {
        assumeBuilt("auth", "chat-stream");
        try (FunctionJourney journey = new FunctionJourney(Packaging.NATIVE)) {
            journey.signUp("poller@example.org");
            assertThat(threads(journey.auth.process.pid()))
                    .contains("Read-Poller")
                    .doesNotContain("MasterPoller");
        }
    }

    private static List<String> threads(long process) {
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            List<String> names = new ArrayList<>();
            for (Path task : tasks.toList()) {
                names.add(Files.readString(task.resolve("comm")).strip());
            }
            return names;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void addsAnAppAndNeverTellsItsKey() {
        assumeBuilt("auth", "chat-stream", "admin");
        try (FunctionJourney journey = new FunctionJourney(Packaging.NATIVE)) {
            journey.addsAnAppAndNeverTellsItsKey(journey.signUp("admin@example.org"));
        }
    }

    @Test
    void findsAgainWhatWasSaid() {
        assumeBuilt("auth", "chat-stream", "conversation");
        try (FunctionJourney journey = new FunctionJourney(Packaging.NATIVE)) {
            journey.findsAgainWhatWasSaid(journey.signUp("reader@example.org"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void migratesAndKeepsHouse(DatabaseKind kind) {
        assumeBuilt("maintenance");
        assumeTrue(runs(kind), "this machine lacks what that server needs");
        MaintenanceJourney.run(Packaging.NATIVE, kind);
    }

    /** Which must be there is for {@code ./rechat test --native} to say: it looks before. */
    static void assumeBuilt(String... functions) {
        for (String function : functions) {
            Path executable = Path.of("..", function, "target", "bootstrap");
            assumeTrue(Files.isExecutable(executable), () -> function + " was not built natively");
        }
    }

    private static boolean runs(DatabaseKind kind) {
        try {
            TestDatabase.shared(kind);
            return true;
        } catch (DatabaseUnavailableException unavailable) {
            // where nothing may be skipped, what is missing is a failure
            if ("1".equals(System.getenv("RECHAT_NO_SKIP"))) {
                throw unavailable;
            }
            return false;
        }
    }
}
