package dev.rechat.local.lambda;

import dev.rechat.testing.gateway.Packaging;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PackagedTlsIT {

    @SuppressWarnings("NullAway.Init") // before all tests
    private static TlsJourney journey;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static String token;

    @BeforeAll
    static void open() {
        journey = new TlsJourney(Packaging.JVM);
        token = journey.signUp("first@example.org");
    }

    @AfterAll
    static void close() {
        journey.close();
    }

    @Test
    void streamsAnAnswerFromDifyIntoTheDatabase() {
        journey.streamsAnAnswerAndStoresIt(token);
    }

    @Test
    void refusesADatabaseOfAnUnknownAuthority() {
        journey.refusesADatabaseOfAnUnknownAuthority();
    }

    @Test
    void refusesADatabaseOfAnotherName() {
        journey.refusesADatabaseOfAnotherName();
    }

    @Test
    void refusesADifyOfAnUnknownAuthority() {
        journey.refusesADifyOfAnUnknownAuthority(token);
    }

    @Test
    void refusesADifyOfAnotherName() {
        journey.refusesADifyOfAnotherName(token);
    }

    @Test
    void speaksToAMailServer() {
        journey.speaksToAMailServer("first@example.org");
    }

    @Test
    void doesNotStartWithAValueThatCannotBeRead() {
        journey.doesNotStartWithAValueThatCannotBeRead();
    }
}
