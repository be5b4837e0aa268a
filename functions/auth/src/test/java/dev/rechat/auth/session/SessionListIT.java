package dev.rechat.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SessionListIT {

    @Test
    void tellsWhereSomebodyIsSignedInLatestActivityFirst() {
        try (AuthApi api = AuthApi.start(Map.of("test.clock", true))) {
            SettableClock clock = api.bean(SettableClock.class);
            Answer laptop = api.register("ada@example.org");
            clock.forward(Duration.ofSeconds(1));
            Answer phone = api.login("ada@example.org", AuthApi.PASSWORD);
            clock.forward(Duration.ofSeconds(1));
            api.register("eve@example.org");

            JsonNode first = list(api, phone);
            assertThat(ids(first)).containsExactly(session(phone), session(laptop));
            assertThat(first.at("/0/current").asBoolean()).isTrue();
            assertThat(first.at("/1/current").asBoolean()).isFalse();
            assertThat(first.at("/0/address").asText()).isEqualTo("127.0.0.1");
            assertThat(first.at("/0/user_agent").asText()).startsWith("Java-http-client");
            assertThat(first.at("/0/created_at").asText())
                    .isEqualTo(first.at("/0/last_seen_at").asText());

            clock.forward(Duration.ofSeconds(1));
            api.refresh(laptop.refreshToken());

            JsonNode second = list(api, phone);
            assertThat(ids(second)).containsExactly(session(laptop), session(phone));
            assertThat(second.at("/0/last_seen_at").asText())
                    .isGreaterThan(second.at("/0/created_at").asText());
        }
    }

    @Test
    void leavesOutWhatWasEndedOrHasExpired() {
        try (AuthApi api = AuthApi.start(Map.of("test.clock", true))) {
            Answer expired = api.register("ada@example.org");
            api.bean(SettableClock.class).forward(RefreshChain.LIFETIME);
            Answer ended = api.login("ada@example.org", AuthApi.PASSWORD);
            Answer here = api.login("ada@example.org", AuthApi.PASSWORD);
            api.logout(ended.refreshToken());

            assertThat(ids(list(api, here))).containsExactly(session(here));
            assertThat(api.refresh(expired.refreshToken()).code()).isEqualTo("invalid_refresh_token");
        }
    }

    @Test
    void comesInPages() {
        try (AuthApi api = AuthApi.start()) {
            Answer one = api.register("ada@example.org");
            Answer two = api.login("ada@example.org", AuthApi.PASSWORD);
            Answer three = api.login("ada@example.org", AuthApi.PASSWORD);

            Answer page = api.call("GET", "sessions?limit=2", three.accessToken(), null);
            Answer next = api.call(
                    "GET",
                    "sessions?limit=2&cursor=" + page.json().path("next_cursor").asText(),
                    three.accessToken(),
                    null);

            assertThat(ids(page.json().path("data"))).containsExactly(session(three), session(two));
            assertThat(ids(next.json().path("data"))).containsExactly(session(one));
            assertThat(next.json().path("next_cursor").isNull()).isTrue();
            for (String cursor : List.of("x", "YQ", "LTEKYQ", "OTk5OTk5OTk5OTk5OTk5OQphCg")) {
                assertThat(api.call("GET", "sessions?cursor=" + cursor, three.accessToken(), null)
                                .code())
                        .isEqualTo("validation_failed");
            }
        }
    }

    private static JsonNode list(AuthApi api, Answer who) {
        return api.call("GET", "sessions", who.accessToken(), null).json().path("data");
    }

    private static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(row -> row.path("id").asText())
                .toList();
    }

    private static String session(Answer signedIn) {
        return AccessTokenClaims.of(signedIn.accessToken()).path("sid").asText();
    }
}
