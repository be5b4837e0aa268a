package dev.rechat.auth.guessing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.device.KnownDevices;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.SettableClock;
import dev.rechat.kernel.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrangersLockNobodyOutIT {

    private static final String ADA = "ada@example.org";
    private static final String EVE = "eve@example.org";
    private static final String WRONG = "wrong password";

    private static AuthApi api;
    private static SettableClock clock;
    private static Visitor ada;
    private static Visitor eve;

    @BeforeAll
    static void start() {
        api = AuthApi.start(Visitor.BEHIND_A_PROXY);
        clock = api.bean(SettableClock.class);
        clock.hold();
        ada = new Visitor(api, "198.51.100.1");
        ada.register(ADA);
        eve = new Visitor(api, "198.51.100.2");
        eve.register(EVE);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void forget() {
        api.sql("DELETE FROM attempt_counters");
    }

    @Test
    void letsAKnownBrowserInWhileManyStrangersHammer() {
        hammerFromEverywhere();

        assertThat(new Visitor(api, "203.0.113.200")
                        .signIn(ADA, AuthApi.PASSWORD)
                        .status())
                .as("a stranger, even with the password")
                .isEqualTo(429);
        assertThat(ada.signIn(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void letsAKnownBrowserInFromTheAddressThatIsBlocked() {
        Visitor neighbour = new Visitor(api, "198.51.100.1");
        IntStream.range(0, 6).forEach(_ -> neighbour.signIn(ADA, WRONG));

        assertThat(neighbour.signIn(ADA, WRONG).status()).isEqualTo(429);
        assertThat(ada.signIn(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void letsANewBrowserInWhileOneStrangerHammers() {
        Visitor stranger = new Visitor(api, "192.0.2.1");
        IntStream.range(0, 50).forEach(_ -> {
            stranger.signIn(ADA, WRONG);
            clock.forward(Duration.ofMinutes(20));
        });

        assertThat(stranger.signIn(ADA, WRONG).status()).isEqualTo(429);
        assertThat(new Visitor(api, "198.51.100.77")
                        .signIn(ADA, AuthApi.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void letsANewBrowserInThatALinkMadeKnown() {
        hammerFromEverywhere();
        Visitor fresh = new Visitor(api, "198.51.100.77");
        UserId id = UserId.of(api.stored("SELECT id FROM users WHERE email = '" + ADA + "'"));

        fresh.keep(api.bean(KnownDevices.class).remember(id, null).replaceFirst("^rechat_device=([^;]*);.*$", "$1"));

        assertThat(fresh.signIn(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void takesTheBrowserOfAnotherAccountForAStrangers() {
        hammerFromEverywhere();

        assertThat(eve.signIn(ADA, WRONG).status()).isEqualTo(429);
    }

    @Test
    void slowsAKnownBrowserByItsOwnGuessesOnly() {
        assertThat(IntStream.range(0, 10).mapToObj(_ -> ada.signIn(ADA, WRONG).status()))
                .containsOnly(401);

        assertThat(ada.signIn(ADA, AuthApi.PASSWORD).headers().firstValue("Retry-After"))
                .contains("2");
        assertThat(new Visitor(api, "198.51.100.77")
                        .signIn(ADA, AuthApi.PASSWORD)
                        .status())
                .isEqualTo(200);
        clock.forward(Duration.ofSeconds(2));
        assertThat(ada.signIn(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void keepsABrowserKnownToAllWhoShareIt() {
        Visitor shared = new Visitor(api, "198.51.100.50");
        shared.signIn(ADA, AuthApi.PASSWORD);
        shared.signIn(EVE, AuthApi.PASSWORD);
        String device = shared.device();
        shared.signIn(ADA, AuthApi.PASSWORD);

        hammerFromEverywhere();

        assertThat(shared.device()).isEqualTo(device).matches("[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{43}");
        assertThat(shared.signIn(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
        assertThat(shared.signIn(EVE, AuthApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void doesNotTakeOverATokenThatSomebodyElsePutIntoTheBrowser() {
        Visitor victim = new Visitor(api, "198.51.100.60");
        String planted = eve.device();
        victim.keep(planted);
        victim.signIn(ADA, AuthApi.PASSWORD);

        hammerFromEverywhere();

        assertThat(victim.device()).startsWith(planted + ".");
        assertThat(eve.signIn(ADA, WRONG).status()).as("who planted it").isEqualTo(429);
    }

    @Test
    void keepsTheCookieOutOfReachAndStoresNoneOfIt() {
        Visitor fresh = new Visitor(api, "198.51.100.70");
        Answer answer = fresh.signIn(ADA, AuthApi.PASSWORD);

        List<String> cookies = answer.headers().allValues("Set-Cookie");
        assertThat(cookies).hasSize(2);
        assertThat(cookies.getLast())
                .matches("rechat_device=[A-Za-z0-9_-]{43}; Path=/api/v1/auth; Max-Age=34560000; HttpOnly;"
                        + " SameSite=Strict; Secure");
        assertThat(api.stored("SELECT COUNT(*) FROM known_devices WHERE token_hash = '" + fresh.device() + "'"))
                .isEqualTo("0");
    }

    @Test
    void givesNoDeviceToWhoDidNotGetIn() {
        Visitor stranger = new Visitor(api, "198.51.100.80");
        stranger.signIn(ADA, WRONG);

        assertThat(stranger.device()).isEmpty();
    }

    /** So many that the counter of all strangers refuses for hours. */
    private static void hammerFromEverywhere() {
        for (int host = 1; host <= 3; host++) {
            new Visitor(api, "203.0.113." + host).signIn(ADA, WRONG);
        }
        // 40 more from elsewhere, without their work; the next one brings the wait.
        api.sql("UPDATE attempt_counters SET attempts = attempts + 40 WHERE attempts = 3");
        new Visitor(api, "203.0.113.99").signIn(ADA, WRONG);
    }
}
