package dev.rechat.accounts.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.accounts.throttle.Policy.Success;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Policy POLICY = new Policy(
            "test", 3, Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(10), Success.FORGETS_ALL);

    @Test
    void doublesTheWaitAfterTheFreeAttemptsUpToTheLongest() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000).stream()
                        .map(attempts -> POLICY.delayAfter(attempts).toSeconds()))
                .containsExactly(0L, 0L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void forgetsOneAttemptAtATimeAndKeepsTheRestOfTheTime() {
        assertThat(POLICY.at(NOON.plus(Duration.ofMinutes(9)), 5, NOON)).isEqualTo(new Policy.Count(5, NOON));
        assertThat(POLICY.at(NOON.plus(Duration.ofMinutes(25)), 5, NOON))
                .isEqualTo(new Policy.Count(3, NOON.plus(Duration.ofMinutes(20))));
    }

    @Test
    void beginsAnewWhenAllIsForgotten() {
        Instant later = NOON.plus(Duration.ofDays(4000));

        assertThat(POLICY.at(later, 5, NOON)).isEqualTo(new Policy.Count(0, later));
        assertThat(POLICY.at(later, 0, NOON)).isEqualTo(new Policy.Count(0, later));
    }

    @Test
    void forgetsNothingWhenClocksDisagree() {
        assertThat(POLICY.at(NOON.minusSeconds(3600), 5, NOON)).isEqualTo(new Policy.Count(5, NOON));
    }

    @Test
    void isRefusedWhenItCannotBeKept() {
        assertThatThrownBy(() -> new Policy(
                        "test", 0, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Success.COUNTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What the comments of {@link Policies} promise: guesses of one who asks again whenever the wait is over. */
    @Test
    void boundsAPatientGuesserAsPromised() {
        assertThat(guesses(Policies.SIGN_IN_TO_ACCOUNT_FROM_ADDRESS, Duration.ofDays(1)))
                .isEqualTo(19);
        assertThat(guesses(Policies.SIGN_IN_TO_ACCOUNT_BY_STRANGERS, Duration.ofDays(1)))
                .isEqualTo(46);
        assertThat(guesses(Policies.SIGN_IN_TO_ACCOUNT_BY_STRANGERS, Duration.ofDays(50)))
                .isLessThan(100);
        assertThat(guesses(Policies.SIGN_IN_FROM_KNOWN_DEVICE, Duration.ofDays(1)))
                .isEqualTo(25);
        assertThat(guesses(Policies.SECOND_FACTOR, Duration.ofDays(1))).isEqualTo(19);
    }

    @Test
    void leavesARoomForOthersWhenOneStrangerHammers() {
        int ofOneAddress = guesses(Policies.SIGN_IN_TO_ACCOUNT_FROM_ADDRESS, Duration.ofDays(7));

        assertThat(Policies.SIGN_IN_TO_ACCOUNT_BY_STRANGERS.delayAfter(ofOneAddress))
                .isZero();
    }

    private static int guesses(Policy policy, Duration time) {
        Policy.Count count = new Policy.Count(0, NOON);
        int guesses = 0;
        for (Instant now = NOON; now.isBefore(NOON.plus(time)); now = now.plus(policy.delayAfter(count.attempts()))) {
            count = policy.at(now, count.attempts(), count.since()).plusOne();
            guesses++;
        }
        return guesses;
    }
}
