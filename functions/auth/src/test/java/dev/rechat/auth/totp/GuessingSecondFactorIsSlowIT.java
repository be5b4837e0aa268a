package dev.rechat.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.Together;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuessingSecondFactorIsSlowIT {

    private static final int GUESSES = 12;

    @Test
    void lookingAtAFewCodesAtMostHoweverManyAreGuessedAtOnce() throws Exception {
        try (Person ada = Person.ada()) {
            ada.enrol();

            List<Answer> answers = Together.call(GUESSES, _ -> ada.signIn(AuthApi.PASSWORD, "1234"));

            assertThat(answers)
                    .filteredOn(answer -> answer.code().equals("invalid_totp"))
                    .hasSizeLessThanOrEqualTo(5);
            Answer late = ada.remove(AuthApi.PASSWORD, ada.codeAhead());
            assertThat(late.status())
                    .as("also for another route, and the right code")
                    .isEqualTo(429);
            assertThat(late.code()).isEqualTo("too_many_attempts");
            assertThat(late.headers().firstValue("Retry-After")).isPresent();

            ada.forward(Duration.ofDays(20));
            assertThat(ada.signIn(AuthApi.PASSWORD, ada.code()).status()).isEqualTo(200);
        }
    }

    @Test
    void forgettingSlipsOfWhoGetsItRight() {
        try (Person ada = Person.ada()) {
            ada.enrol();
            for (int round = 0; round < 3; round++) {
                for (int slip = 0; slip < 3; slip++) {
                    assertThat(ada.renew(AuthApi.PASSWORD, "1234").code()).isEqualTo("invalid_totp");
                }
                assertThat(ada.renew(AuthApi.PASSWORD, ada.nextCode()).status()).isEqualTo(200);
            }
        }
    }
}
