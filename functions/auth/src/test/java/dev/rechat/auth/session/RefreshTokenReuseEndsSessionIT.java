package dev.rechat.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.SettableClock;
import dev.rechat.auth.Together;
import dev.rechat.testing.gateway.InProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RefreshTokenReuseEndsSessionIT {

    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger(RefreshChain.class);
    private static final int CALLERS = 6;
    private static final int ROUNDS = 10;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        LOGGER.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        LOGGER.detachAppender(log);
    }

    @Test
    void endsTheSessionForTheThiefAndTheOwner() {
        try (AuthApi api = AuthApi.start()) {
            Answer stolen = api.register("ada@example.org");
            Answer owner = api.refresh(stolen.refreshToken());

            Answer thief = api.refresh(stolen.refreshToken());

            assertThat(thief.status()).isEqualTo(401);
            assertThat(thief.code()).isEqualTo("invalid_refresh_token");
            assertThat(api.refresh(owner.refreshToken()).code()).isEqualTo("invalid_refresh_token");
        }
    }

    @InProcess("its log")
    @Test
    void isWrittenToTheLogWithoutTheToken() {
        try (AuthApi api = AuthApi.start()) {
            Answer stolen = api.register("ada@example.org");
            api.refresh(stolen.refreshToken());

            api.refresh(stolen.refreshToken());
            api.refresh(stolen.refreshToken());

            assertThat(log.list).singleElement().satisfies(line -> {
                assertThat(line.getFormattedMessage())
                        .isEqualTo("a refresh token was used twice; its session was ended");
                assertThat(line.getKeyValuePairs().toString())
                        .contains("user_id", "session_id")
                        .doesNotContain(stolen.refreshToken());
            });
        }
    }

    @Test
    void leavesOtherSessionsOfTheAccountAlone() {
        try (AuthApi api = AuthApi.start()) {
            Answer stolen = api.register("ada@example.org");
            Answer other = api.login("ada@example.org", AuthApi.PASSWORD);

            api.refresh(stolen.refreshToken());
            api.refresh(stolen.refreshToken());

            assertThat(api.refresh(other.refreshToken()).status()).isEqualTo(200);
        }
    }

    @Test
    void isNoticedAlsoWhenTheStolenTokenHasExpired() {
        try (AuthApi api = AuthApi.start(Map.of("test.clock", true))) {
            Answer stolen = api.register("ada@example.org");
            api.bean(SettableClock.class).forward(Duration.ofDays(20));
            Answer owner = api.refresh(stolen.refreshToken());
            api.bean(SettableClock.class).forward(Duration.ofDays(20));

            api.refresh(stolen.refreshToken());

            assertThat(api.refresh(owner.refreshToken()).code()).isEqualTo("invalid_refresh_token");
        }
    }

    @Test
    void letsNoneOfManyWhoUseOneTokenAtOnceKeepTheSession() throws Exception {
        try (AuthApi api = AuthApi.start(Map.of("datasources.default.maximum-pool-size", CALLERS))) {
            api.register("ada@example.org");
            for (int round = 0; round < ROUNDS; round++) {
                String token = api.login("ada@example.org", AuthApi.PASSWORD).refreshToken();

                List<Answer> answers = Together.call(CALLERS, _ -> api.refresh(token));

                Answer winner = onlySuccess(answers);
                assertThat(api.refresh(winner.refreshToken()).status()).isEqualTo(401);
            }
            assertThat(api.stored(
                            "SELECT COUNT(*) FROM refresh_tokens WHERE revoked_at IS NULL AND rotated_at IS NULL"))
                    .as("the session of the registration, which nobody touched")
                    .isEqualTo("1");
        }
    }

    @Test
    void endsTheSessionOnceOfManyWhoUseDifferentTokensOfItAtOnce() throws Exception {
        try (AuthApi api = AuthApi.start(Map.of("datasources.default.maximum-pool-size", CALLERS))) {
            api.register("ada@example.org");
            for (int round = 0; round < ROUNDS; round++) {
                List<String> chain = new ArrayList<>(
                        List.of(api.login("ada@example.org", AuthApi.PASSWORD).refreshToken()));
                while (chain.size() < CALLERS) {
                    chain.add(api.refresh(chain.getLast()).refreshToken());
                }

                List<Answer> answers = Together.call(CALLERS, caller -> api.refresh(chain.get(caller)));

                assertThat(answers)
                        .extracting(Answer::status)
                        .allSatisfy(status -> assertThat(status).isIn(200, 401));
                assertThat(answers.stream()
                                .filter(answer -> answer.status() == 200)
                                .map(answer ->
                                        api.refresh(answer.refreshToken()).status()))
                        .allSatisfy(status -> assertThat(status).isEqualTo(401));
            }
        }
    }

    private static Answer onlySuccess(List<Answer> answers) {
        List<Answer> winners =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(winners).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("invalid_refresh_token"));
        return winners.getFirst();
    }
}
