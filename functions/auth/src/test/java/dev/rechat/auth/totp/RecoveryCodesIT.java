package dev.rechat.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodesIT {

    @Test
    void standInForTheTelephoneOnceEach() {
        try (Person ada = Person.ada()) {
            List<String> codes = ada.enrol();

            assertThat(ada.signIn(AuthApi.PASSWORD, codes.get(0)).status()).isEqualTo(200);
            assertThat(ada.signIn(
                                    AuthApi.PASSWORD,
                                    codes.get(1).toUpperCase(Locale.ROOT).replace("-", " "))
                            .status())
                    .isEqualTo(200);

            assertThat(ada.signIn(AuthApi.PASSWORD, codes.get(0)).code()).isEqualTo("invalid_totp");
            assertThat(ada.api.stored("SELECT details FROM audit_log WHERE action = 'recovery_code_used'"
                            + " ORDER BY id DESC LIMIT 1"))
                    .isEqualTo("{\"left\":\"8\"}");
        }
    }

    @Test
    void areReplacedByBothFactorsOnly() {
        try (Person ada = Person.ada()) {
            List<String> old = ada.enrol();
            assertThat(ada.renew("wrong password", ada.nextCode()).code()).isEqualTo("wrong_password");
            assertThat(ada.renew(AuthApi.PASSWORD, "000").code()).isEqualTo("invalid_totp");

            Answer renewed = ada.renew(AuthApi.PASSWORD, ada.nextCode());

            assertThat(Person.codes(renewed)).hasSize(10).doesNotContainAnyElementsOf(old);
            assertThat(ada.signIn(AuthApi.PASSWORD, old.get(3)).code()).isEqualTo("invalid_totp");
            assertThat(ada.signIn(AuthApi.PASSWORD, Person.codes(renewed).get(3))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void removeTheFactorWhenTheTelephoneIsLost() {
        try (Person ada = Person.ada()) {
            List<String> codes = ada.enrol();
            assertThat(ada.remove("wrong password", codes.get(0)).code()).isEqualTo("wrong_password");
            assertThat(ada.remove(AuthApi.PASSWORD, "000000000").code()).isEqualTo("invalid_totp");

            assertThat(ada.remove(AuthApi.PASSWORD, codes.get(0)).status()).isEqualTo(204);

            assertThat(ada.signIn(AuthApi.PASSWORD, null).status()).isEqualTo(200);
            assertThat(ada.api.stored("SELECT COUNT(*) FROM recovery_codes")).isEqualTo("0");
            assertThat(ada.remove(AuthApi.PASSWORD, codes.get(1)).code()).isEqualTo("conflict");
            assertThat(ada.enrol()).hasSize(10);
        }
    }
}
