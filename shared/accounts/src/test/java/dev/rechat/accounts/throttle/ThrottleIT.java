package dev.rechat.accounts.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rechat.accounts.AccountsServer;
import dev.rechat.accounts.SettableClock;
import dev.rechat.accounts.throttle.Policy.Success;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThrottleIT {

    private static final Policy STRICT = policy("strict", 3, Success.FORGETS_ALL);
    private static final Policy ROOMY = policy("roomy", 8, Success.GIVES_BACK_ITSELF);
    private static final Policy COUNTING = policy("counting", 3, Success.COUNTS);

    private static AccountsServer server;
    private static Throttle throttle;
    private static SettableClock clock;

    private final String who = UUID.randomUUID().toString();

    private static Policy policy(String kind, int free, Success success) {
        return new Policy(kind, free, Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofHours(1), success);
    }

    @BeforeAll
    static void start() {
        clock = new SettableClock();
        server = AccountsServer.start(clock);
        throttle = server.bean(Throttle.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void admitsTheFreeAttemptsAndTellsTheExactWaitThen() {
        fail(3, STRICT.of(who));

        assertThat(waitFor(STRICT.of(who))).isEqualTo(Duration.ofSeconds(10));
        clock.forward(Duration.ofMillis(9_999));
        assertThat(waitFor(STRICT.of(who))).isEqualTo(Duration.ofMillis(1));
        clock.forward(Duration.ofMillis(1));
        fail(1, STRICT.of(who));
        assertThat(waitFor(STRICT.of(who))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void doesNotLengthenTheWaitOfWhoKeepsAsking() {
        fail(3, STRICT.of(who));

        for (int i = 0; i < 20; i++) {
            assertThat(waitFor(STRICT.of(who))).isEqualTo(Duration.ofSeconds(10));
        }
        clock.forward(Duration.ofSeconds(10));

        assertThatCode(() -> throttle.admit(STRICT.of(who))).doesNotThrowAnyException();
    }

    @Test
    void countsNowhereWhatOneLimitRefuses() {
        fail(3, STRICT.of(who));

        for (int i = 0; i < 20; i++) {
            assertThat(waitFor(STRICT.of(who), ROOMY.of(who))).isPositive();
        }

        assertThatCode(() -> fail(8, ROOMY.of(who))).doesNotThrowAnyException();
    }

    @Test
    void tellsTheLongestWaitOfSeveral() {
        fail(4, policy("other", 4, Success.COUNTS).of(who));
        fail(3, STRICT.of(who));
        clock.forward(Duration.ofSeconds(10));
        fail(1, STRICT.of(who));

        assertThat(waitFor(STRICT.of(who), policy("other", 4, Success.COUNTS).of(who)))
                .isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void forgetsAllBeforeASuccessWhereThePolicySaysSo() {
        fail(2, STRICT.of(who));
        throttle.admit(STRICT.of(who)).succeeded();

        assertThatCode(() -> fail(3, STRICT.of(who))).doesNotThrowAnyException();
    }

    @Test
    void givesASuccessBackButNotTheFailuresBeforeItWhereThePolicySaysSo() {
        fail(7, ROOMY.of(who));
        for (int i = 0; i < 20; i++) {
            throttle.admit(ROOMY.of(who)).succeeded();
        }

        fail(1, ROOMY.of(who));
        assertThat(waitFor(ROOMY.of(who))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void countsSuccessesWhereThePolicySaysSo() {
        for (int i = 0; i < 3; i++) {
            throttle.admit(COUNTING.of(who)).succeeded();
        }

        assertThat(waitFor(COUNTING.of(who))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesBackWhatWasNoGuess() {
        fail(2, STRICT.of(who));
        for (int i = 0; i < 20; i++) {
            throttle.admit(STRICT.of(who)).withdraw();
        }

        fail(1, STRICT.of(who));
        assertThat(waitFor(STRICT.of(who))).isPositive();
    }

    /** The first of two steps of signing in, over the free attempts already: the second step must not wait for it. */
    @Test
    void takesBackTheWaitOfWhatWasNoGuessToo() {
        fail(3, STRICT.of(who));
        clock.forward(Duration.ofSeconds(10));

        throttle.admit(STRICT.of(who)).withdraw();

        assertThatCode(() -> throttle.admit(STRICT.of(who))).doesNotThrowAnyException();
    }

    @Test
    void leavesTheWaitThatAnotherAttemptCausedSince() {
        fail(3, STRICT.of(who));
        clock.forward(Duration.ofSeconds(10));
        Attempt slow = throttle.admit(STRICT.of(who));
        clock.forward(Duration.ofSeconds(20));
        fail(1, STRICT.of(who));

        slow.withdraw();

        assertThat(waitFor(STRICT.of(who))).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void forgetsWithTime() {
        fail(3, STRICT.of(who));
        clock.forward(Duration.ofHours(2));

        fail(2, STRICT.of(who));
        assertThat(waitFor(STRICT.of(who))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void keepsApartWhoAndWhat() {
        fail(3, STRICT.of(who, "a"));

        assertThatCode(() -> {
                    fail(3, STRICT.of(who, "b"));
                    fail(3, STRICT.of(who + "a"));
                    fail(3, COUNTING.of(who, "a"));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void keepsNoNames() {
        fail(1, STRICT.of(who));

        assertThat(server.stored("SELECT COUNT(*) FROM attempt_counters WHERE subject LIKE '%" + who + "%'"))
                .isEqualTo("0");
        assertThat(server.stored("SELECT COUNT(*) FROM attempt_counters WHERE subject REGEXP '^[0-9a-f]{64}$'"))
                .isEqualTo(server.stored("SELECT COUNT(*) FROM attempt_counters"));
    }

    @Test
    void admitsNoMoreOfManyWhoGuessAtOnceOnTwoServers() throws Exception {
        try (AccountsServer second = server.another(clock)) {
            List<Throttle> both = List.of(throttle, second.bean(Throttle.class));

            List<Boolean> admitted = together(
                    50, guess -> tries(both.get(guess % 2), ROOMY.of(who), STRICT.of(who), ROOMY.of("shared", who)));

            assertThat(admitted).filteredOn(passed -> passed).hasSize(3);
        }
    }

    @Test
    void losesNoCountOfManyWhoseLimitsOverlap() throws Exception {
        Policy counting = policy("overlap", 1000, Success.COUNTS);

        List<Boolean> admitted = together(
                50,
                guess ->
                        tries(throttle, counting.of(who, guess), counting.of(who, guess % 5, "few"), counting.of(who)));

        assertThat(admitted).containsOnly(true);
        assertThat(server.stored("SELECT attempts FROM attempt_counters WHERE subject = '"
                        + counting.of(who).subject() + "'"))
                .isEqualTo("50");
    }

    private static boolean tries(Throttle throttle, Limit... limits) {
        try {
            throttle.admit(limits);
            return true;
        } catch (RefusedException refused) {
            return false;
        }
    }

    private static void fail(int times, Limit limit) {
        for (int i = 0; i < times; i++) {
            throttle.admit(limit);
        }
    }

    private static Duration waitFor(Limit... limits) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> throttle.admit(limits));
        assertThat(refused).as("a refusal").isNotNull();
        assertThat(refused.code()).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
        return refused.retryAfter().orElseThrow();
    }

    private static List<Boolean> together(int callers, IntPredicate action) throws Exception {
        CyclicBarrier start = new CyclicBarrier(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int number = caller;
                answers.add(threads.submit(() -> {
                    start.await();
                    return action.test(number);
                }));
            }
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> answer : answers) {
                results.add(answer.get());
            }
            return results;
        }
    }
}
