package dev.rechat.auth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailVerificationIT {

    private static final String VERIFIED = "SELECT email_verified_at IS NOT NULL FROM users WHERE email = ";

    private final MailServer mail = new MailServer();
    private final AuthApi api = AuthApi.start(mail.configuration());

    @BeforeEach
    void switchOn() {
        api.sql("INSERT INTO system_settings (setting_key, setting_value, updated_at)"
                + " VALUES ('email_verification', 'true', '2026-01-01')");
        api.register("first@example.org");
    }

    @AfterEach
    void stop() {
        api.close();
        mail.close();
    }

    @Test
    void confirmsAnAddressWithTheLinkFromTheMail() {
        api.register("ada@example.org");
        api.settle();
        assertThat(api.stored(VERIFIED + "'ada@example.org'")).isEqualTo("0");

        Answer verified = verify(mail.newestToken());

        assertThat(verified.status()).isEqualTo(204);
        assertThat(api.stored(VERIFIED + "'ada@example.org'")).isEqualTo("1");
        assertThat(verify(mail.newestToken()).code()).isEqualTo("invalid_link");
        assertThat(api.stored("SELECT GROUP_CONCAT(action ORDER BY id) FROM audit_log WHERE action LIKE 'email%'"))
                .isEqualTo("email_verification_sent,email_verified");
    }

    @Test
    void exemptsTheFirstAccount() {
        api.settle();

        assertThat(mail.received()).isEmpty();
        assertThat(api.stored(VERIFIED + "'first@example.org'")).isEqualTo("1");
    }

    @Test
    void sendsTheMailAgainAndVoidsTheLinkBefore() {
        Answer ada = api.register("ada@example.org");
        api.settle();
        String older = mail.newestToken();

        assertThat(api.call("POST", "email/verification", ada.accessToken(), "{}")
                        .status())
                .isEqualTo(202);
        api.settle();

        assertThat(verify(older).code()).isEqualTo("invalid_link");
        assertThat(verify(mail.newestToken()).status()).isEqualTo(204);
    }

    @Test
    void sendsNothingToWhomIsVerifiedAndSlowsDownWhoAsksOften() {
        Answer first = api.login("first@example.org", AuthApi.PASSWORD);

        for (int i = 0; i < 3; i++) {
            assertThat(api.call("POST", "email/verification", first.accessToken(), "{}")
                            .status())
                    .isEqualTo(202);
        }
        api.settle();

        assertThat(mail.received()).isEmpty();
        assertThat(api.call("POST", "email/verification", first.accessToken(), "{}")
                        .code())
                .isEqualTo("too_many_attempts");
        assertThat(api.post("email/verification", "{}", null).status()).isEqualTo(401);
    }

    @Test
    void outlivesANewPassword() {
        Answer ada = api.register("ada@example.org");
        api.settle();
        Answer changed = api.call(
                "POST",
                "me/password",
                ada.accessToken(),
                "{\"current_password\":\"" + AuthApi.PASSWORD + "\",\"new_password\":\"another horse battery\"}");

        assertThat(changed.status()).isEqualTo(204);

        assertThat(verify(mail.newestToken()).status()).isEqualTo(204);
    }

    @Test
    void sendsNothingWhileVerificationIsOff() {
        api.sql("DELETE FROM system_settings WHERE setting_key = 'email_verification'");
        try (AuthApi other = AuthApi.start(mail.configuration())) {
            other.register("first@example.org");
            other.register("ada@example.org");

            other.settle();
            assertThat(mail.received()).isEmpty();
        }
    }

    private Answer verify(String token) {
        return api.post("email/verify", "{\"token\":\"" + token + "\"}", null);
    }
}
