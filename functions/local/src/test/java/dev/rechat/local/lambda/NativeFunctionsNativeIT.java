package dev.rechat.local.lambda;

import org.junit.jupiter.api.Test;

/** The smoke test of the native executables: what must work in them or nothing does. */
class NativeFunctionsNativeIT {

    @Test
    void signsUpStreamsAnAnswerAndTellsFailures() {
        try (FunctionJourney journey = new FunctionJourney(Packaging.NATIVE)) {
            String token = journey.signUp("native@example.org");
            journey.refusesWrongPassword("native@example.org");
            journey.streamsPieceByPiece(token);
            journey.endsBrokenStreamInOrder(token);
            journey.tellsRefusalAsPlainError(token);
            journey.passesFilesAndSpeech(token);
        }
    }
}
