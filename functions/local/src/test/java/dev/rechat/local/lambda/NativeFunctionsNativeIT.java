package dev.rechat.local.lambda;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rechat.testing.database.DatabaseKind;
import dev.rechat.testing.database.DatabaseUnavailableException;
import dev.rechat.testing.database.TestDatabase;
import dev.rechat.testing.gateway.Packaging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The smoke test of the native executables: what must work in them or nothing does. */
class NativeFunctionsNativeIT {

    @Test
    void signsUpStreamsAnAnswerAndTellsFailures() {
        try (FunctionJourney journey = new FunctionJourney(Packaging.NATIVE)) {
            String token = journey.signUp("native@example.org");
            journey.refusesWrongPassword("native@example.org");
            journey.tellsWhatIsWrongWithABody();
            journey.goesOnByTheCookieAlone("native@example.org");
            journey.streamsPieceByPiece(token);
            journey.endsBrokenStreamInOrder(token);
            journey.tellsRefusalAsPlainError(token);
            journey.passesFilesAndSpeech(token);
            journey.addsAnAppAndNeverTellsItsKey(token);
            journey.findsAgainWhatWasSaid(token);
        }
    }

    @ParameterizedTest
    @EnumSource
    void migratesAndKeepsHouse(DatabaseKind kind) {
        assumeTrue(runs(kind), "this machine lacks what that server needs");
        MaintenanceJourney.run(Packaging.NATIVE, kind);
    }

    private static boolean runs(DatabaseKind kind) {
        try {
            TestDatabase.shared(kind);
            return true;
        } catch (DatabaseUnavailableException unavailable) {
            return false;
        }
    }
}
