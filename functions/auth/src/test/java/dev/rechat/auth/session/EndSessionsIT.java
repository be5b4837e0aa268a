package dev.rechat.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndSessionsIT {

    private static final String CLEARED = "rechat_refresh=; Path=/api/v1/auth; Max-Age=0;";
    private static final int CALLERS = 6;

    @Test
    void endsAnotherDevicesAndKeepsThisOne() {
        try (AuthApi api = AuthApi.start()) {
            Answer laptop = api.register("ada@example.org");
            Answer phone = api.login("ada@example.org", AuthApi.PASSWORD);

            Answer ended = api.call("DELETE", "sessions/" + session(phone), laptop.accessToken(), null);

            assertThat(ended.status()).isEqualTo(204);
            assertThat(ended.cookie()).isEmpty();
            assertThat(api.refresh(phone.refreshToken()).code()).isEqualTo("invalid_refresh_token");
            assertThat(api.refresh(laptop.refreshToken()).status()).isEqualTo(200);
            assertThat(api.call("DELETE", "sessions/" + session(phone), laptop.accessToken(), null)
                            .status())
                    .as("ended once")
                    .isEqualTo(404);
            assertThat(audited(api, "session_ended")).contains(session(phone));
        }
    }

    @Test
    void removesTheCookieWithItsOwn() {
        try (AuthApi api = AuthApi.start()) {
            Answer here = api.register("ada@example.org");

            Answer ended = api.call("DELETE", "sessions/" + session(here), here.accessToken(), null);

            assertThat(ended.status()).isEqualTo(204);
            assertThat(ended.cookie()).startsWith(CLEARED);
            assertThat(api.refresh(here.refreshToken()).status()).isEqualTo(401);
        }
    }

    @Test
    void treatsSomebodyElsesAsIfThereWereNone() {
        try (AuthApi api = AuthApi.start()) {
            Answer ada = api.register("ada@example.org");
            Answer eve = api.register("eve@example.org");

            Answer foreign = api.call("DELETE", "sessions/" + session(ada), eve.accessToken(), null);
            Answer unknown = api.call("DELETE", "sessions/" + new java.util.UUID(1, 2), eve.accessToken(), null);

            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.json().path("detail")).isEqualTo(unknown.json().path("detail"));
            assertThat(api.refresh(ada.refreshToken()).status()).isEqualTo(200);
        }
    }

    /** Whoever misspells "everywhere but here" is not signed out here. */
    @Test
    void doesNotGuessWhatWasMeant() {
        try (AuthApi api = AuthApi.start()) {
            Answer laptop = api.register("ada@example.org");

            Answer refused = api.call("DELETE", "sessions?others=1", laptop.accessToken(), null);

            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("others");
            assertThat(api.refresh(laptop.refreshToken()).status()).isEqualTo(200);
        }
    }

    @Test
    void signsOutEverywhere() {
        try (AuthApi api = AuthApi.start()) {
            Answer laptop = api.register("ada@example.org");
            Answer phone = api.login("ada@example.org", AuthApi.PASSWORD);
            Answer eve = api.register("eve@example.org");

            Answer out = api.call("DELETE", "sessions", laptop.accessToken(), null);

            assertThat(out.status()).isEqualTo(204);
            assertThat(out.cookie()).startsWith(CLEARED);
            assertThat(api.refresh(laptop.refreshToken()).status()).isEqualTo(401);
            assertThat(api.refresh(phone.refreshToken()).status()).isEqualTo(401);
            assertThat(api.refresh(eve.refreshToken()).status()).isEqualTo(200);
            assertThat(audited(api, "sessions_ended")).contains("\"sessions_ended\":\"2\"", "\"which\":\"all\"");
        }
    }

    @Test
    void signsOutEverywhereElse() {
        try (AuthApi api = AuthApi.start()) {
            Answer laptop = api.register("ada@example.org");
            Answer phone = api.login("ada@example.org", AuthApi.PASSWORD);

            Answer out = api.call("DELETE", "sessions?others=true", laptop.accessToken(), null);

            assertThat(out.status()).isEqualTo(204);
            assertThat(out.cookie()).isEmpty();
            assertThat(api.refresh(phone.refreshToken()).status()).isEqualTo(401);
            assertThat(api.refresh(laptop.refreshToken()).status()).isEqualTo(200);
        }
    }

    @Test
    void letsNoSessionSlipThroughThatIsRenewedAtThatMoment() throws Exception {
        try (AuthApi api = AuthApi.start(Map.of("datasources.default.maximum-pool-size", CALLERS))) {
            Answer here = api.register("ada@example.org");
            for (int round = 0; round < 10; round++) {
                Answer other = api.login("ada@example.org", AuthApi.PASSWORD);

                List<Answer> answers = Together.call(
                        2,
                        caller -> caller == 0
                                ? api.refresh(other.refreshToken())
                                : api.call("DELETE", "sessions?others=true", here.accessToken(), null));

                assertThat(answers.getLast().status()).isEqualTo(204);
                assertThat(api.refresh(answers.getFirst().refreshToken()).status())
                        .isEqualTo(401);
            }
            assertThat(api.stored("SELECT COUNT(*) FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id"
                            + " WHERE t.revoked_at IS NULL AND s.ended_at IS NOT NULL"))
                    .isEqualTo("0");
        }
    }

    private static String audited(AuthApi api, String action) {
        return api.stored("SELECT details FROM audit_log WHERE action = '" + action + "' ORDER BY id DESC LIMIT 1");
    }

    private static String session(Answer signedIn) {
        return AccessTokenClaims.of(signedIn.accessToken()).path("sid").asText();
    }
}
