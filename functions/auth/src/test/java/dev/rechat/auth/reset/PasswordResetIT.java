package dev.rechat.auth.reset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.link.LinkPurpose;
import dev.rechat.accounts.link.OneTimeLinks;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.MailServer;
import dev.rechat.auth.SettableClock;
import dev.rechat.auth.Together;
import dev.rechat.kernel.id.UserId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordResetIT {

    private static final String ADA = "ada@example.org";
    private static final String NEW_PASSWORD = "another horse battery";

    private final MailServer mail = new MailServer();
    private final AuthApi api = AuthApi.start(withClock(mail.configuration()));

    @BeforeEach
    void openAnAccount() {
        api.register(ADA);
    }

    @AfterEach
    void stop() {
        api.close();
        mail.close();
    }

    @Test
    void setsANewPasswordWithTheLinkFromTheMail() {
        forgot(ADA);

        Answer reset = reset(mail.newestToken(), NEW_PASSWORD);

        assertThat(reset.status()).isEqualTo(204);
        assertThat(reset.headers().allValues("Set-Cookie"))
                .as("signs nobody in")
                .singleElement()
                .asString()
                .startsWith("rechat_device=");
        assertThat(api.login(ADA, AuthApi.PASSWORD).code()).isEqualTo("invalid_credentials");
        assertThat(api.login(ADA, NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void endsAllSessions() {
        Answer before = api.login(ADA, AuthApi.PASSWORD);
        forgot(ADA);

        reset(mail.newestToken(), NEW_PASSWORD);

        assertThat(api.refresh(before.refreshToken()).code()).isEqualTo("invalid_refresh_token");
        assertThat(api.stored("SELECT COUNT(*) FROM sessions WHERE ended_at IS NULL"))
                .isEqualTo("0");
    }

    @Test
    void forgetsTheBrowsersThatWereSignedIn() {
        api.sql("INSERT INTO known_devices (token_hash, user_id, created_at, last_seen_at)"
                + " SELECT SHA2('x', 256), id, created_at, created_at FROM users");
        forgot(ADA);

        reset(mail.newestToken(), NEW_PASSWORD);

        assertThat(api.stored("SELECT COUNT(*) FROM known_devices WHERE token_hash = SHA2('x', 256)"))
                .isEqualTo("0");
    }

    /** So that whoever hammers the account from elsewhere does not keep its owner out of a new browser. */
    @Test
    void makesTheBrowserKnownThatTheLinkWasUsedIn() {
        forgot(ADA);

        Answer answer = reset(mail.newestToken(), NEW_PASSWORD);

        String device = answer.cookie().replaceFirst("^rechat_device=([^;]*);.*$", "$1");
        assertThat(api.stored("SELECT COUNT(*) FROM known_devices WHERE token_hash = SHA2('" + device + "', 256)"))
                .isEqualTo("1");
    }

    /** Somebody else may have opened the account with this address, and made keys for later. */
    @Test
    void revokesAllKeys() {
        api.sql("INSERT INTO api_keys (id, user_id, identifier, secret_hash, name, scopes, created_at)"
                + " SELECT id, id, 'abcdefghijkl', REPEAT('0', 64), 'script', 'read', created_at FROM users");
        forgot(ADA);

        reset(mail.newestToken(), NEW_PASSWORD);

        assertThat(api.stored("SELECT COUNT(*) FROM api_keys WHERE revoked_at IS NULL"))
                .isEqualTo("0");
    }

    @Test
    void leavesTheSecondFactor() {
        api.sql("INSERT INTO second_factors (user_id, secret_sealed, created_at, confirmed_at)"
                + " SELECT id, 'sealed', created_at, created_at FROM users");
        forgot(ADA);

        reset(mail.newestToken(), NEW_PASSWORD);

        assertThat(api.stored("SELECT COUNT(*) FROM second_factors")).isEqualTo("1");
    }

    @Test
    void takesALinkFromTheMailAsProofOfTheAddressButNotOneFromAnAdministrator() {
        api.sql("UPDATE users SET email_verified_at = NULL");

        reset(administratorsToken(), NEW_PASSWORD);
        assertThat(api.stored("SELECT email_verified_at FROM users")).isEqualTo("null");

        forgot(ADA);
        reset(mail.newestToken(), AuthApi.PASSWORD);
        assertThat(api.stored("SELECT email_verified_at FROM users")).isNotEqualTo("null");
    }

    @Test
    void worksOnce() throws Exception {
        forgot(ADA);
        String token = mail.newestToken();

        List<Answer> answers = Together.call(4, caller -> reset(token, NEW_PASSWORD + caller));

        assertThat(answers).filteredOn(answer -> answer.status() == 204).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 204)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("invalid_link"));
        assertThat(reset(token, NEW_PASSWORD).code()).isEqualTo("invalid_link");
    }

    @Test
    void worksForAnHour() {
        forgot(ADA);
        String token = mail.newestToken();

        api.bean(SettableClock.class).forward(Duration.ofMinutes(61));

        assertThat(reset(token, NEW_PASSWORD).code()).isEqualTo("invalid_link");
        assertThat(api.login(ADA, AuthApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void worksForADayWhenAnAdministratorMadeTheLink() {
        String token = administratorsToken();

        api.bean(SettableClock.class).forward(Duration.ofHours(23));

        assertThat(reset(token, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void isVoidedByANewerLink() {
        forgot(ADA);
        String older = mail.newestToken();
        forgot(ADA);

        assertThat(reset(older, NEW_PASSWORD).code()).isEqualTo("invalid_link");
        assertThat(reset(mail.newestToken(), NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void isNotVoidedByAStrangerWhenAnAdministratorMadeTheLink() {
        String token = administratorsToken();
        forgot(ADA);

        assertThat(reset(token, NEW_PASSWORD).status()).isEqualTo(204);
        assertThat(reset(mail.newestToken(), NEW_PASSWORD).code())
                .as("the other link was for the old password")
                .isEqualTo("invalid_link");
    }

    @Test
    void isVoidWhenThePasswordOrTheAddressChanged() {
        forgot(ADA);
        String first = mail.newestToken();
        api.sql("UPDATE users SET password_hash = CONCAT(password_hash, 'x')");
        forgot(ADA);
        String second = mail.newestToken();
        api.sql("UPDATE users SET email = 'other@example.org'");

        assertThat(reset(first, NEW_PASSWORD).code()).isEqualTo("invalid_link");
        assertThat(reset(second, NEW_PASSWORD).code()).isEqualTo("invalid_link");
    }

    @Test
    void isVoidForAnAccountThatWasSwitchedOff() {
        forgot(ADA);
        api.sql("UPDATE users SET active = FALSE");

        assertThat(reset(mail.newestToken(), NEW_PASSWORD).code()).isEqualTo("invalid_link");
        forgot(ADA);
        assertThat(mail.received()).hasSize(1);
    }

    @Test
    void refusesAWeakPasswordAndKeepsTheLink() {
        forgot(ADA);
        String token = mail.newestToken();

        Answer weak = reset(token, "short");
        Answer common = reset(token, "1234567890");

        assertThat(weak.json().at("/errors/0/field").asText()).isEqualTo("new_password");
        assertThat(weak.json().at("/errors/0/code").asText()).isEqualTo("too_short");
        assertThat(common.json().at("/errors/0/code").asText()).isEqualTo("common_password");
        assertThat(reset(token, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void isNoLinkForAnythingElse() {
        assertThat(reset("nonsense", NEW_PASSWORD).code()).isEqualTo("invalid_link");
        assertThat(reset("A".repeat(43), NEW_PASSWORD).code()).isEqualTo("invalid_link");
        forgot(ADA);
        assertThat(api.post("email/verify", "{\"token\":\"" + mail.newestToken() + "\"}", null)
                        .code())
                .isEqualTo("invalid_link");
    }

    @Test
    void keepsTheTokenOutOfTheDatabaseAndWritesDownWhatHappened() {
        forgot(ADA);
        String token = mail.newestToken();
        reset(token, NEW_PASSWORD);

        assertThat(api.stored("SELECT token_hash FROM one_time_links"))
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(token);
        assertThat(api.stored(
                        "SELECT GROUP_CONCAT(action ORDER BY id) FROM audit_log" + " WHERE action LIKE 'password%'"))
                .isEqualTo("password_reset_requested,password_reset");
        assertThat(api.stored("SELECT address FROM audit_log WHERE action = 'password_reset_requested'"))
                .isEqualTo("127.0.0.1");
        assertThat(api.stored("SELECT details FROM audit_log WHERE action = 'password_reset'"))
                .contains("mail");
    }

    private void forgot(String email) {
        assertThat(api.post("password/forgot", "{\"email\":\"" + email + "\"}", null)
                        .status())
                .isEqualTo(202);
        api.settle();
    }

    private Answer reset(String token, String password) {
        return api.post("password/reset", "{\"token\":\"" + token + "\",\"new_password\":\"" + password + "\"}", null);
    }

    private String administratorsToken() {
        UserId ada = UserId.of(api.stored("SELECT id FROM users"));
        String url = api.bean(OneTimeLinks.class)
                .make(ada, LinkPurpose.RESET_BY_ADMINISTRATOR)
                .orElseThrow()
                .url();
        return url.substring(url.indexOf('=') + 1);
    }

    private static Map<String, Object> withClock(Map<String, Object> configuration) {
        Map<String, Object> all = new HashMap<>(configuration);
        all.put("test.clock", true);
        return all;
    }
}
