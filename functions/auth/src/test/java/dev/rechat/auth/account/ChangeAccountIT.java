package dev.rechat.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeAccountIT {

    private static AuthApi api;
    private static Answer ada;

    @BeforeAll
    static void start() {
        api = AuthApi.start();
        ada = api.register("ada@example.org");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void changesNameAndLanguageAndLeavesTheRest() {
        Answer named = change("{\"display_name\":\" Ada Lovelace \"}");
        Answer translated = change("{\"language\":\"de\"}");

        assertThat(named.status()).isEqualTo(200);
        assertThat(named.json().path("display_name").asText()).isEqualTo("Ada Lovelace");
        assertThat(translated.json().path("display_name").asText()).isEqualTo("Ada Lovelace");
        assertThat(translated.json().path("language").asText()).isEqualTo("de");
        assertThat(api.me(ada.accessToken()).json()).isEqualTo(translated.json());
        assertThat(api.stored(
                        "SELECT details FROM audit_log WHERE action = 'account_changed' ORDER BY id DESC LIMIT 1"))
                .isEqualTo("{\"fields\":\"language\"}");
    }

    @Test
    void changesNothingWhenNothingIsSaid() {
        assertThat(change("{}").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"display_name\":\"\"}",
                "{\"display_name\":\"  \"}",
                "{\"display_name\":\"a\\u0000b\"}",
                "{\"language\":\"english please\"}",
                "{\"role\":\"admin\"}",
                "{\"email\":\"eve@example.org\"}",
                "{\"active\":true}",
            })
    void refusesWhatItMayNotBe(String json) {
        assertThat(change(json).code()).isEqualTo("validation_failed");
    }

    private static Answer change(String json) {
        return api.call("PATCH", "me", ada.accessToken(), json);
    }
}
