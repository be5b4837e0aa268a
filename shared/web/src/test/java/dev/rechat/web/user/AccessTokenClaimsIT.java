package dev.rechat.web.user;

import static dev.rechat.web.SettableClock.NOON;
import static dev.rechat.web.user.AccessTester.ME;
import static dev.rechat.web.user.AccessTester.assertAllowed;
import static dev.rechat.web.user.AccessTester.assertUnknown;

import dev.rechat.web.Api;
import dev.rechat.web.Tokens;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenClaimsIT {

    private static Api api;

    @BeforeAll
    static void start() {
        api = Api.start(Map.of("test.clock", true));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void toleratesAMinuteOfDifferenceBetweenClocks() {
        assertAllowed(api, ME, Tokens.with(api, Map.of("exp", after(-59))));
        assertAllowed(api, ME, Tokens.with(api, Map.of("iat", after(60))));
        assertAllowed(api, ME, Tokens.with(api, Map.of("nbf", after(60))));
    }

    @Test
    void refusesATokenThatExpired() {
        assertUnknown(api, Tokens.with(api, Map.of("exp", after(-60))));
    }

    @Test
    void refusesATokenOfTheFuture() {
        assertUnknown(api, Tokens.with(api, Map.of("iat", after(61))));
        assertUnknown(api, Tokens.with(api, Map.of("nbf", after(61))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "sub", "sid", "iat", "exp"})
    void refusesATokenThatLeavesSomethingOut(String claim) {
        assertUnknown(api, Tokens.with(api, Map.of(claim, "")));
    }

    @ParameterizedTest
    @CsvSource({
        "iss,other",
        "iss,https://rechat",
        "iss,rechat/",
        "sub,admin",
        "sid,1",
        "sub,00000000-0000-7000-8000-000000000000",
        "sid,00000000-0000-7000-8000-000000000000"
    })
    void refusesATokenThatNamesNobodyOrAnotherIssuer(String claim, String value) {
        assertUnknown(api, Tokens.with(api, Map.of(claim, value)));
    }

    private static Date after(int seconds) {
        return Date.from(NOON.plusSeconds(seconds));
    }
}
