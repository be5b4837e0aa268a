package dev.rechat.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import org.junit.jupiter.api.Test;

class EnrolSecondFactorIT {

    @Test
    void givesASecretThenRecoveryCodesAndAsksForACodeFromThenOn() {
        try (Person ada = Person.ada()) {
            Answer begun = ada.begin();
            assertThat(begun.status()).isEqualTo(200);
            assertThat(begun.json().path("secret").asText()).matches("[A-Z2-7]{32}");
            assertThat(begun.json().path("uri").asText())
                    .startsWith("otpauth://totp/ReChat:ada%40example.org?")
                    .contains("secret=" + begun.json().path("secret").asText());
            assertThat(ada.signIn(AuthApi.PASSWORD, null).status())
                    .as("not asked for before its first code")
                    .isEqualTo(200);

            Answer confirmed = ada.confirm(ada.code());

            assertThat(confirmed.status()).isEqualTo(200);
            assertThat(Person.codes(confirmed))
                    .hasSize(10)
                    .doesNotHaveDuplicates()
                    .allMatch(code -> code.matches("([0-9a-z]{4}-){5}[0-9a-z]{4}"));
            assertThat(ada.signIn(AuthApi.PASSWORD, null).code()).isEqualTo("totp_required");
        }
    }

    @Test
    void keepsNeitherSecretNorCodesReadable() {
        try (Person ada = Person.ada()) {
            String secret = ada.begin().json().path("secret").asText();
            String recovery = Person.codes(ada.confirm(ada.code())).getFirst();

            assertThat(ada.api.stored("SELECT secret_sealed FROM second_factors"))
                    .startsWith("test:")
                    .doesNotContain(secret);
            assertThat(ada.api.stored("SELECT COUNT(*) FROM recovery_codes WHERE LENGTH(code_hash) = 64"))
                    .isEqualTo("10");
            assertThat(ada.api.stored("SELECT GROUP_CONCAT(code_hash) FROM recovery_codes"))
                    .doesNotContain(recovery.replace("-", ""));
        }
    }

    @Test
    void doesNotOpenASecretThatWasCopiedFromAnotherAccount() {
        try (Person ada = Person.ada()) {
            ada.begin();
            Person eve = ada.another("eve@example.org");
            eve.begin();
            ada.api.sql("UPDATE second_factors a, (SELECT secret_sealed FROM second_factors f JOIN users u ON u.id ="
                    + " f.user_id WHERE u.email = 'ada@example.org') b SET a.secret_sealed = b.secret_sealed");

            assertThat(eve.confirm(ada.code()).status()).isEqualTo(500);
            assertThat(ada.confirm(ada.code()).status()).isEqualTo(200);
        }
    }

    @Test
    void needsThePasswordAndTheFirstCode() {
        try (Person ada = Person.ada()) {
            Answer wrongPassword = ada.post("totp", "{\"password\":\"wrong password\"}");
            assertThat(wrongPassword.status()).isEqualTo(403);
            assertThat(wrongPassword.code()).isEqualTo("wrong_password");
            assertThat(ada.confirm("000000").code()).as("nothing begun").isEqualTo("conflict");

            ada.begin();
            String stale = ada.code();
            ada.forward(Authenticator.STEP.multipliedBy(4));

            assertThat(ada.confirm(stale).code()).isEqualTo("invalid_totp");
            assertThat(ada.confirm("nonsense").code()).isEqualTo("invalid_totp");
            assertThat(ada.api
                            .call("POST", "totp", "no token", "{\"password\":\"x\"}")
                            .status())
                    .isEqualTo(401);
            assertThat(ada.confirm(ada.code()).status()).isEqualTo(200);
        }
    }

    @Test
    void startsAnewUntilItIsConfirmedAndNotAfter() {
        try (Person ada = Person.ada()) {
            ada.begin();
            String first = ada.code();
            ada.begin();
            assertThat(ada.confirm(first).code()).isEqualTo("invalid_totp");
            assertThat(ada.confirm(ada.code()).status()).isEqualTo(200);

            assertThat(ada.post("totp", "{\"password\":\"" + AuthApi.PASSWORD + "\"}")
                            .code())
                    .isEqualTo("conflict");
            assertThat(ada.confirm(ada.code()).code()).isEqualTo("conflict");
        }
    }

    @Test
    void endsTheSessionsThatBeganWithThePasswordAlone() {
        try (Person ada = Person.ada()) {
            Answer elsewhere = ada.signIn(AuthApi.PASSWORD, null);
            ada.begin();
            assertThat(ada.api.refresh(elsewhere.refreshToken()).status())
                    .as("nothing changed yet")
                    .isEqualTo(200);
            Answer again = ada.signIn(AuthApi.PASSWORD, null);

            ada.confirm(ada.code());

            assertThat(ada.api.refresh(again.refreshToken()).code()).isEqualTo("invalid_refresh_token");
            assertThat(ada.api.me(ada.token).status()).isEqualTo(200);
            assertThat(ada.api.stored("SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL"))
                    .isEqualTo("1");
        }
    }

    @Test
    void isShownToItsOwner() {
        try (Person ada = Person.ada()) {
            ada.begin();
            assertThat(ada.api.me(ada.token).json().path("totp_enabled").asBoolean(true))
                    .isFalse();

            ada.confirm(ada.code());

            assertThat(ada.api.me(ada.token).json().path("totp_enabled").asBoolean())
                    .isTrue();
            Answer signedIn = ada.signIn(AuthApi.PASSWORD, ada.codeAhead());
            assertThat(signedIn.json().at("/user/totp_enabled").asBoolean()).isTrue();
        }
    }

    @Test
    void givesBackWhatIsKeptFromAdministratorsWithoutOne() {
        try (Person ada = Person.ada()) {
            ada.api.sql("INSERT INTO system_settings (setting_key, setting_value, updated_at)"
                    + " VALUES ('admins_need_totp', 'true', NOW(3))");
            assertThat(ada.signIn(AuthApi.PASSWORD, null)
                            .json()
                            .at("/user/permissions")
                            .toString())
                    .isEqualTo("[\"account\",\"self\"]");

            ada.enrol();

            assertThat(ada.signIn(AuthApi.PASSWORD, ada.codeAhead())
                            .json()
                            .at("/user/permissions")
                            .toString())
                    .isEqualTo("[\"account\",\"administer\",\"chat\",\"govern\",\"read\",\"self\"]");
        }
    }

    @Test
    void isWrittenToTheAuditLogWithoutSecrets() {
        try (Person ada = Person.ada()) {
            String secret = ada.begin().json().path("secret").asText();
            String recovery = Person.codes(ada.confirm(ada.code())).getFirst();
            ada.renew(AuthApi.PASSWORD, ada.nextCode());
            ada.remove(AuthApi.PASSWORD, ada.nextCode());

            assertThat(ada.api.stored("SELECT GROUP_CONCAT(action ORDER BY id) FROM audit_log"
                            + " WHERE action LIKE 'second%' OR action LIKE 'recovery%'"))
                    .isEqualTo("second_factor_enrolled,recovery_codes_made,second_factor_removed");
            assertThat(ada.api.stored("SELECT GROUP_CONCAT(details) FROM audit_log"))
                    .doesNotContain(secret, recovery, recovery.replace("-", ""));
        }
    }
}
