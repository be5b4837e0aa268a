package dev.rechat.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.auth.Answer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a key may do beside its scopes is said when it is made, and only as far as its maker may say it. */
class KeyRulesIT {

    private static KeyHolder ada;
    private static KeyHolder eve;

    @BeforeAll
    static void start() {
        ada = KeyHolder.administrator();
        eve = ada.another();
    }

    @AfterAll
    static void stop() {
        ada.close();
    }

    /** A key with these fields beside its name and scopes. */
    private static Answer make(KeyHolder holder, String fields) {
        return holder.make(
                "{'name':'owui','scopes':['chat','read'],%s}".formatted(fields).replace('\'', '"'));
    }

    private static String app(String visibleTo) {
        String id = UUID.randomUUID().toString();
        ada.api()
                .sql(
                        "INSERT INTO dify_apps (id, slug, name, description, icon, mode, base_url, api_key_sealed, enabled,"
                                + " sort_order, visible_to, created_at, updated_at) VALUES ('" + id + "', 'a-" + id
                                + "', 'App', '', '', 'chat', 'https://dify.example.org/v1', 'sealed', TRUE, 0, '"
                                + visibleTo
                                + "', NOW(3), NOW(3))");
        return id;
    }

    private static JsonNode newest(KeyHolder holder) {
        return holder.list().json().at("/data/0");
    }

    @Test
    void areKeptShownAndWrittenToTheAuditLog() {
        String app = app("ALL");

        Answer made = make(ada, "'trusted':true,'apps':['" + app + "'],'requests_per_minute':60");

        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        for (JsonNode told : new JsonNode[] {made.json(), newest(ada)}) {
            assertThat(told.path("trusted").asBoolean()).isTrue();
            assertThat(told.path("apps").path(0).asText()).isEqualTo(app);
            assertThat(told.path("requests_per_minute").asInt()).isEqualTo(60);
        }
        assertThat(ada.api().stored("SELECT details FROM audit_log WHERE action = 'api_key_made' ORDER BY id DESC"))
                .contains("\"trusted\":\"true\"", app, "\"requests_per_minute\":\"60\"");
    }

    @Test
    void areNoneUnlessSomethingIsSaid() {
        Answer made = ada.makeFor("chat");

        assertThat(made.json().path("trusted").asBoolean(true)).isFalse();
        assertThat(made.json().has("apps")).isFalse();
        assertThat(made.json().has("requests_per_minute")).isFalse();
        assertThat(ada.api()
                        .stored("SELECT details FROM audit_log WHERE action = 'api_key_made' ORDER BY id DESC LIMIT 1"))
                .doesNotContain("trusted", "apps", "requests_per_minute");
    }

    @Test
    void giveTrustToAdministratorsOnlyAndEndItWithTheirOffice() {
        Answer refused = make(eve, "'trusted':true");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("not_administrator");
        assertThat(make(eve, "'trusted':false").status()).isEqualTo(201);

        KeyHolder grace = ada.another("grace@example.org");
        ada.api().sql("UPDATE users SET role = 'ADMIN' WHERE email = 'grace@example.org'");
        ada.forward(Duration.ofMinutes(1));
        assertThat(make(grace, "'trusted':true").status()).isEqualTo(201);
        assertThat(newest(grace).path("trusted").asBoolean()).isTrue();

        ada.api().sql("UPDATE users SET role = 'USER' WHERE email = 'grace@example.org'");
        assertThat(make(grace, "'trusted':true").code())
                .as("whatever is remembered of a minute ago")
                .isEqualTo("not_administrator");
        ada.forward(Duration.ofMinutes(1));
        assertThat(newest(grace).path("trusted").asBoolean()).isFalse();
    }

    @Test
    void nameAppsOfTheOwnerOnly() {
        for (String app : new String[] {UUID.randomUUID().toString(), app("GROUPS")}) {
            Answer refused = make(ada, "'apps':['" + app("ALL") + "','" + app + "']");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("apps");
            assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("unknown");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "'apps':[] | apps",
                "'apps':['chat'] | apps[0]",
                "'apps':[null] | apps[0]",
                "'requests_per_minute':0 | requests_per_minute",
                "'requests_per_minute':-1 | requests_per_minute",
                "'requests_per_minute':100001 | requests_per_minute"
            })
    void makeSense(String fields, String field) {
        Answer answer = make(ada, fields);

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText())
                .as(answer.json().toString())
                .isEqualTo(field);
    }
}
