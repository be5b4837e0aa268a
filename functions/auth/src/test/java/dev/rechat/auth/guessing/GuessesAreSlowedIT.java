package dev.rechat.auth.guessing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.SettableClock;
import dev.rechat.auth.Together;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuessesAreSlowedIT {

    private static final String ADA = "ada@example.org";
    private static final String WRONG = "wrong password";

    private static AuthApi api;
    private static SettableClock clock;

    private Visitor stranger;

    @BeforeAll
    static void start() {
        api = AuthApi.start(Visitor.BEHIND_A_PROXY);
        clock = api.bean(SettableClock.class);
        clock.hold();
        new Visitor(api, "198.51.100.1").register(ADA);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @BeforeEach
    void forget() {
        stranger = new Visitor(api, "192.0.2.1");
        api.sql("DELETE FROM attempt_counters");
    }

    @Test
    void makesTheSixthGuessWaitAndEachFurtherOneTwiceAsLong() {
        assertThat(guesses(5)).containsOnly(401);
        assertThat(retryAfter(stranger.signIn(ADA, WRONG))).isEqualTo("4");

        clock.forward(Duration.ofMillis(2_500));
        assertThat(retryAfter(stranger.signIn(ADA, WRONG))).isEqualTo("2");

        clock.forward(Duration.ofMillis(1_500));
        assertThat(stranger.signIn(ADA, WRONG).status()).isEqualTo(401);
        assertThat(retryAfter(stranger.signIn(ADA, WRONG))).isEqualTo("8");
    }

    @Test
    void refusesTheRightPasswordUntilTheWaitIsOver() {
        guesses(5);

        Answer early = stranger.signIn(ADA, AuthApi.PASSWORD);
        assertThat(early.code()).isEqualTo("too_many_attempts");
        assertThat(early.cookie()).isEmpty();

        clock.forward(Duration.ofSeconds(4));
        assertThat(stranger.signIn(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void forgetsTheSlipsOfWhoGotIn() {
        guesses(4);
        assertThat(stranger.signIn(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
        stranger.keep("");

        assertThat(guesses(5)).containsOnly(401);
    }

    @Test
    void answersForAnUnknownAddressAsForAKnownOne() {
        List<ObjectNode> known = IntStream.range(0, 8)
                .mapToObj(_ -> told(new Visitor(api, "192.0.2.2").signIn(ADA, WRONG)))
                .toList();
        List<ObjectNode> unknown = IntStream.range(0, 8)
                .mapToObj(_ -> told(new Visitor(api, "192.0.2.3").signIn("nobody@example.org", WRONG)))
                .toList();

        assertThat(known).hasSize(8).isEqualTo(unknown);
        assertThat(known.getLast().path("code").asText()).isEqualTo("too_many_attempts");
    }

    @Test
    void countsAnAddressInWhateverCaseItIsWritten() {
        for (String email : List.of(ADA, "ADA@example.org", " Ada@Example.Org", ADA, "aDa@example.org")) {
            stranger.signIn(email, WRONG);
        }

        assertThat(stranger.signIn(ADA, WRONG).status()).isEqualTo(429);
    }

    @Test
    void countsAllAddressesOfAnIpv6Household() {
        for (int host = 1; host <= 5; host++) {
            assertThat(new Visitor(api, "2001:db8:0:1::" + host)
                            .signIn(ADA, WRONG)
                            .status())
                    .isEqualTo(401);
        }

        assertThat(new Visitor(api, "2001:db8:0:1:ffff::1").signIn(ADA, WRONG).status())
                .isEqualTo(429);
        assertThat(new Visitor(api, "2001:db8:0:2::1").signIn(ADA, WRONG).status())
                .isEqualTo(401);
    }

    @Test
    void looksAtNoMoreThanFiveOfFiftyGuessesMadeAtOnceOnTwoServers() throws Exception {
        try (AuthApi second = api.another(Visitor.BEHIND_A_PROXY)) {
            List<AuthApi> servers = List.of(api, second);
            second.bean(SettableClock.class).follow(clock);

            List<Answer> answers = Together.call(
                    50, guess -> stranger.at(servers.get(guess % 2)).signIn(ADA, WRONG));

            assertThat(answers)
                    .filteredOn(answer -> answer.code().equals("invalid_credentials"))
                    .hasSize(5);
            assertThat(answers)
                    .filteredOn(answer -> answer.code().equals("too_many_attempts"))
                    .hasSize(45);
        }
    }

    @Test
    void boundsHowManyAccountsOneAddressTries() {
        api.sql("DELETE FROM attempt_counters");
        stranger.signIn("somebody@example.org", WRONG);
        // 299 more, without their work.
        api.sql("UPDATE attempt_counters SET attempts = 299");
        stranger.signIn("another@example.org", WRONG);

        Answer answer = stranger.signIn("third@example.org", WRONG);

        assertThat(retryAfter(answer)).isEqualTo("1");
        assertThat(new Visitor(api, "192.0.2.9")
                        .signIn("third@example.org", WRONG)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void boundsHowManyAccountsOneAddressOpens() {
        stranger.register("new1@example.org");
        api.sql("UPDATE attempt_counters SET attempts = 199");
        stranger.register("new2@example.org");

        Answer answer = stranger.register("new3@example.org");

        assertThat(retryAfter(answer)).isEqualTo("10");
    }

    private List<Integer> guesses(int times) {
        return IntStream.range(0, times)
                .mapToObj(_ -> stranger.signIn(ADA, WRONG).status())
                .toList();
    }

    private static String retryAfter(Answer answer) {
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too_many_attempts");
        return answer.headers().firstValue("Retry-After").orElse("");
    }

    private static ObjectNode told(Answer answer) {
        ObjectNode body = answer.json().deepCopy();
        body.remove("request_id");
        body.put("retry_after", answer.headers().firstValue("Retry-After").orElse(""));
        return body;
    }
}
