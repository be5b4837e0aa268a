package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import org.junit.jupiter.api.Test;

/** What becomes of accounts and sessions can be looked up later. */
class AuditedIT {

    @Test
    void tellsWhoRegisteredAndSignedInAndWhoWasRefused() {
        try (AuthApi api = AuthApi.start()) {
            Answer ada = api.register("ada@example.org");
            String id = ada.json().at("/user/id").asText();
            api.login("ada@example.org", "wrong password");
            api.login("nobody@example.org", "wrong password");
            Answer again = api.login("ada@example.org", AuthApi.PASSWORD);
            api.logout(again.refreshToken());

            assertThat(events(api))
                    .isEqualTo("account_registered:" + id + ":" + id
                            + ",session_begun:" + id + ":" + id
                            + ",session_refused:nobody:" + id
                            + ",session_refused:nobody:"
                            + ",session_begun:" + id + ":" + id
                            + ",session_ended:" + id + ":" + id);
            assertThat(api.stored("SELECT COUNT(*) FROM audit_log WHERE address = '127.0.0.1' AND request_id <> ''"))
                    .isEqualTo("6");
        }
    }

    @Test
    void tellsThatARefreshTokenWasUsedTwice() {
        try (AuthApi api = AuthApi.start()) {
            Answer stolen = api.register("ada@example.org");
            api.refresh(stolen.refreshToken());

            api.refresh(stolen.refreshToken());
            api.refresh(stolen.refreshToken());

            assertThat(events(api))
                    .endsWith(",refresh_token_reused:nobody:"
                            + stolen.json().at("/user/id").asText());
        }
    }

    @Test
    void holdsNoSecretAndNoAddressOfAnybody() {
        try (AuthApi api = AuthApi.start()) {
            Answer ada = api.register("ada@example.org");
            api.login("ada@example.org", "wrong password");
            api.refresh(ada.refreshToken());

            String details = api.stored("SELECT GROUP_CONCAT(details, target_id) FROM audit_log");
            assertThat(details)
                    .doesNotContain(
                            "ada@example.org", AuthApi.PASSWORD, "wrong password", ada.refreshToken(), "argon2");
        }
    }

    private static String events(AuthApi api) {
        return api.stored("SELECT GROUP_CONCAT(CONCAT(action, ':', COALESCE(actor_id, 'nobody'), ':', target_id)"
                + " ORDER BY id) FROM audit_log");
    }
}
