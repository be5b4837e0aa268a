package dev.rechat.auth.banner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.accounts.setting.HouseSettings;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BannerIT {

    private final AuthApi api = AuthApi.start(Map.of("test.clock", true));
    private String ada = "";

    @BeforeEach
    void register() {
        ada = api.register("ada@example.org").accessToken();
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void isNothingWhereTheHouseHasNothingToTell() {
        assertThat(banner(ada).status()).isEqualTo(204);
        set("null");
        assertThat(banner(ada).status()).isEqualTo(204);
    }

    @Test
    void isToldToEverybodyWhoIsSignedInAndToNobodyElse() {
        set("{\"text\":\"Down tonight\",\"level\":\"warning\"}");
        String waiting = api.register("bob@example.org").accessToken();
        api.sql("UPDATE users SET role = 'PENDING' WHERE email = 'bob@example.org'");

        assertThat(banner(ada).json()).hasToString("{\"text\":\"Down tonight\",\"level\":\"warning\"}");
        assertThat(banner(waiting).status()).isEqualTo(200);
        assertThat(api.get("/api/v1/banner").status()).isEqualTo(401);
    }

    @Test
    void goesByItselfWhenItsTimeIsOver() {
        SettableClock clock = api.bean(SettableClock.class);
        clock.hold();
        Instant until = clock.instant().plus(Duration.ofMinutes(2));
        set("{\"text\":\"Down tonight\",\"level\":\"info\",\"until\":\"" + until + "\"}");

        assertThat(banner(ada).json().path("until").asText()).isEqualTo(until.toString());
        clock.forward(Duration.ofMinutes(2).minusMillis(1));
        assertThat(banner(ada).status()).isEqualTo(200);
        clock.forward(Duration.ofMillis(1));
        assertThat(banner(ada).status()).isEqualTo(204);
    }

    private Answer banner(String token) {
        return api.get("/api/v1/banner", token);
    }

    private void set(String value) {
        api.sql("REPLACE INTO system_settings (setting_key, setting_value, updated_at) VALUES ('banner', '" + value
                + "', '2026-01-01')");
        api.bean(HouseSettings.class).all();
    }
}
