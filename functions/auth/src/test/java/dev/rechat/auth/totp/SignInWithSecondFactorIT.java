package dev.rechat.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInWithSecondFactorIT {

    @Test
    void asksForTheCodeOnlyAfterTheRightPassword() {
        try (Person ada = Person.ada()) {
            ada.enrol();

            Answer required = ada.signIn(AuthApi.PASSWORD, null);
            assertThat(required.status()).isEqualTo(401);
            assertThat(required.code()).isEqualTo("totp_required");
            assertThat(required.cookie()).isEmpty();
            assertThat(ada.signIn("wrong password", null).code()).isEqualTo("invalid_credentials");
            assertThat(ada.signIn("wrong password", ada.nextCode()).code()).isEqualTo("invalid_credentials");

            Answer signedIn = ada.signIn(AuthApi.PASSWORD, ada.code());
            assertThat(signedIn.status()).as("a wrong password used no code up").isEqualTo(200);
            assertThat(signedIn.refreshToken()).hasSize(43);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "１２３４５６", "aaaa-aaaa-aaaa-aaaa", "' OR 1=1 --"})
    void refusesWhatIsNoCodeOfTheirs(String code) {
        try (Person ada = Person.ada()) {
            ada.enrol();

            Answer answer = ada.signIn(AuthApi.PASSWORD, code);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("invalid_totp");
            assertThat(answer.cookie()).isEmpty();
        }
    }

    @Test
    void toleratesAClockThatIsHalfAMinuteOff() {
        try (Person ada = Person.ada()) {
            ada.enrol();
            String old = ada.nextCode();
            ada.forward(Duration.ofSeconds(30));
            assertThat(ada.signIn(AuthApi.PASSWORD, old).status()).isEqualTo(200);

            String older = ada.nextCode();
            ada.forward(Duration.ofSeconds(60));
            assertThat(ada.signIn(AuthApi.PASSWORD, older).code()).isEqualTo("invalid_totp");
        }
    }

    @Test
    void takesACodeWithTheSpaceThatAppsShow() {
        try (Person ada = Person.ada()) {
            ada.enrol();
            String code = ada.nextCode();

            assertThat(ada.signIn(AuthApi.PASSWORD, code.substring(0, 3) + " " + code.substring(3))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void takesNoCodeOfAnotherAccount() {
        try (Person ada = Person.ada()) {
            ada.enrol();
            Person eve = ada.another("eve@example.org");
            String recovery = eve.enrol().getFirst();

            assertThat(ada.signIn(AuthApi.PASSWORD, eve.nextCode()).code()).isEqualTo("invalid_totp");
            assertThat(ada.signIn(AuthApi.PASSWORD, recovery).code()).isEqualTo("invalid_totp");
            assertThat(eve.signIn(AuthApi.PASSWORD, recovery).status()).isEqualTo(200);
        }
    }
}
