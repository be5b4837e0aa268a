package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.OneTimeLinks;
import dev.rechat.accounts.password.PasswordHasher;
import dev.rechat.accounts.setting.HouseSettings;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.kernel.id.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An account that an administrator has made is its owner's when they have used the link that they were handed. */
class MadeAccountIT {

    private static final String BOB = "bob@example.org";

    private final AuthApi api = AuthApi.start();

    @BeforeEach
    void make() {
        api.register("ada@example.org");
        api.register(BOB);
        api.sql("UPDATE users SET password_hash = '" + PasswordHasher.NONE
                + "', email_verified_at = NULL WHERE email = '" + BOB + "'");
        api.sql("INSERT INTO system_settings (setting_key, setting_value, updated_at)"
                + " VALUES ('email_verification', 'true', '2026-01-01')");
        api.bean(HouseSettings.class).all();
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void letsNobodyInBeforeWhateverIsTyped() {
        for (String guess : new String[] {AuthApi.PASSWORD, PasswordHasher.NONE, "x"}) {
            Answer refused = api.login(BOB, guess);

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.code()).as("as for any wrong password").isEqualTo("invalid_credentials");
        }
    }

    @Test
    void hasAPasswordAndAConfirmedAddressAfterwards() {
        String token = link();

        assertThat(reset(token, "another horse battery").status()).isEqualTo(204);

        Answer signedIn = api.login(BOB, "another horse battery");
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(signedIn.json().at("/user/email_verified").asBoolean()).isTrue();
        assertThat(signedIn.json().at("/user/permissions").toString()).contains("chat");
        assertThat(reset(token, "a third horse battery").code()).isEqualTo("invalid_link");
    }

    /** An administrator who helps somebody with a forgotten password says nothing about the address. */
    @Test
    void confirmsNoAddressOfAnAccountThatHadAPassword() {
        reset(link(), "another horse battery");
        api.sql("UPDATE users SET email_verified_at = NULL WHERE email = '" + BOB + "'");

        reset(link(), "a third horse battery");

        assertThat(api.stored("SELECT email_verified_at IS NULL FROM users WHERE email = '" + BOB + "'"))
                .isEqualTo("1");
    }

    @Test
    void isSeenForTheFirstTimeWhenItsOwnerSignsIn() {
        api.sql("UPDATE users SET last_seen_at = NULL");
        reset(link(), "another horse battery");
        assertThat(api.stored("SELECT last_seen_at IS NULL FROM users WHERE email = '" + BOB + "'"))
                .isEqualTo("1");

        Answer session = api.login(BOB, "another horse battery");

        assertThat(api.stored("SELECT last_seen_at IS NULL FROM users WHERE email = '" + BOB + "'"))
                .isEqualTo("0");
        api.sql("UPDATE users SET last_seen_at = NULL");
        api.refresh(session.refreshToken());
        assertThat(api.stored("SELECT last_seen_at IS NULL FROM users WHERE email = '" + BOB + "'"))
                .isEqualTo("0");
        assertThat(api.stored("SELECT last_seen_at IS NULL FROM users WHERE email = 'ada@example.org'"))
                .isEqualTo("1");
    }

    private String link() {
        UserId bob = UserId.of(api.stored("SELECT id FROM users WHERE email = '" + BOB + "'"));
        String url = api.bean(OneTimeLinks.class)
                .make(bob, LinkPurpose.RESET_BY_ADMINISTRATOR)
                .orElseThrow()
                .url();
        return url.substring(url.indexOf('=') + 1);
    }

    private Answer reset(String token, String password) {
        return api.post(
                "password/reset", "{\"token\":\"%s\",\"new_password\":\"%s\"}".formatted(token, password), null);
    }
}
