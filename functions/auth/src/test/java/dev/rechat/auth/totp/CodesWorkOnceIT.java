package dev.rechat.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.Together;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodesWorkOnceIT {

    private static final int CALLERS = 4;

    @Test
    void takesNoCodeAgainAndNoneFromBefore() {
        try (Person ada = Person.ada()) {
            ada.begin();
            String first = ada.code();
            ada.confirm(first);
            assertThat(ada.signIn(AuthApi.PASSWORD, first).code())
                    .as("used by confirming")
                    .isEqualTo("invalid_totp");

            String before = ada.nextCode();
            String now = ada.nextCode();
            assertThat(ada.signIn(AuthApi.PASSWORD, now).status()).isEqualTo(200);

            assertThat(ada.signIn(AuthApi.PASSWORD, now).code()).isEqualTo("invalid_totp");
            assertThat(ada.signIn(AuthApi.PASSWORD, before).code()).isEqualTo("invalid_totp");
        }
    }

    @Test
    void letsOneOfManyUseACode() throws Exception {
        try (Person ada = Person.ada()) {
            ada.enrol();
            for (int round = 0; round < 3; round++) {
                // so long that earlier failures do not slow these down
                ada.forward(Duration.ofDays(20));
                String code = ada.code();

                assertOneSignsIn(Together.call(CALLERS, _ -> ada.signIn(AuthApi.PASSWORD, code)));
            }
        }
    }

    @Test
    void letsOneOfManyUseARecoveryCode() throws Exception {
        try (Person ada = Person.ada()) {
            for (String code : ada.enrol().subList(0, 3)) {
                ada.forward(Duration.ofDays(20));
                assertOneSignsIn(Together.call(CALLERS, _ -> ada.signIn(AuthApi.PASSWORD, code)));
            }
            assertThat(ada.api.stored("SELECT COUNT(*) FROM recovery_codes WHERE used_at IS NULL"))
                    .isEqualTo("7");
        }
    }

    @Test
    void givesRecoveryCodesToOneOfManyWhoConfirm() throws Exception {
        try (Person ada = Person.ada()) {
            ada.begin();
            String code = ada.code();

            List<Answer> answers = Together.call(CALLERS, _ -> ada.confirm(code));

            assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
            assertThat(ada.api.stored("SELECT COUNT(*) FROM recovery_codes")).isEqualTo("10");
        }
    }

    private static void assertOneSignsIn(List<Answer> answers) {
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .extracting(Answer::code)
                .containsOnly("invalid_totp");
    }
}
