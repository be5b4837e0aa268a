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
            Answer late = ada.signIn(AuthApi.PASSWORD, ada.code());
            assertThat(late.status()).as("also for the right code").isEqualTo(429);
            assertThat(late.code()).isEqualTo("too_many_attempts");
            assertThat(late.headers().firstValue("Retry-After")).isPresent();
            assertThat(ada.renew(AuthApi.PASSWORD, ada.codeAhead()).status())
                    .as("who is signed in already is not slowed by strangers")
                    .isEqualTo(200);

            ada.forward(Duration.ofDays(20));
            assertThat(ada.signIn(AuthApi.PASSWORD, ada.code()).status()).isEqualTo(200);
        }
    }

    /** Whoever has the session alone is not to try all codes of an enrolment that was begun and left. */
    @Test
    void alsoConfirmingAnEnrolment() {
        try (Person ada = Person.ada()) {
            ada.begin();
            for (int guess = 0; guess < 5; guess++) {
                assertThat(ada.confirm("000000").code()).isEqualTo("invalid_totp");
            }

            assertThat(ada.confirm("000000").code()).isEqualTo("too_many_attempts");
            ada.api.sql("UPDATE second_factors SET created_at = created_at - INTERVAL 2 HOUR");
            ada.api.sql("DELETE FROM attempt_counters");
            assertThat(ada.confirm(ada.code()).code())
                    .as("an hour after it was begun it is void")
                    .isEqualTo("conflict");
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
