package dev.rechat.local.lambda;

import dev.rechat.testing.gateway.Packaging;
import org.junit.jupiter.api.Test;

/** Executables have the authorities of the machine that built them; others must be known at run time. */
class TlsNativeIT {

    @Test
    void verifiesDatabaseAndDifyByAnAuthorityOfOnesOwn() {
        NativeFunctionsNativeIT.assumeBuilt("auth", "chat-stream");
        try (TlsJourney journey = new TlsJourney(Packaging.NATIVE)) {
            String token = journey.signUp("native@example.org");
            journey.streamsAnAnswerAndStoresIt(token);
            journey.refusesADatabaseOfAnUnknownAuthority();
            journey.refusesADatabaseOfAnotherName();
            journey.refusesADifyOfAnUnknownAuthority(token);
            journey.refusesADifyOfAnotherName(token);
            journey.speaksToAMailServer("native@example.org");
            journey.doesNotStartWithAValueThatCannotBeRead();
        }
    }
}
