package dev.rechat.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.auth.Answer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key may do is changed by its owner: taken with the session alone, given with the password only. */
class ChangeKeysIT {

    private static KeyHolder server;

    private KeyHolder ada;
    private String one;
    private String two;

    @BeforeAll
    static void start() {
        server = KeyHolder.administrator();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void withoutKeys() {
        server.api().sql("DELETE FROM api_keys");
        ada = server.signedInAgain();
        one = app("ALL");
        two = app("ALL");
    }

    private KeyHolder somebody() {
        return ada.another(UUID.randomUUID() + "@example.org");
    }

    private String app(String visibleTo) {
        String id = UUID.randomUUID().toString();
        ada.api()
                .sql(
                        "INSERT INTO dify_apps (id, slug, name, description, icon, mode, base_url, api_key_sealed, enabled,"
                                + " sort_order, visible_to, created_at, updated_at) VALUES ('" + id + "', 'a-" + id
                                + "', 'App', '', '', 'chat', 'https://dify.example.org/v1', 'sealed', TRUE, 0, '"
                                + visibleTo + "', NOW(3), NOW(3))");
        return id;
    }

    private static Answer make(KeyHolder holder, String fields) {
        Answer made = holder.make(
                "{'name':'owui','scopes':['chat','read']%s}".formatted(fields).replace('\'', '"'));
        assertThat(made.status()).as(made.json().toString()).isEqualTo(201);
        return made;
    }

    private Answer bound() {
        return make(
                ada,
                ",'trusted':true,'apps':['" + one + "'],'requests_per_minute':60,'expires_at':'"
                        + ada.now().plus(Duration.ofDays(30)) + "'");
    }

    private JsonNode listed() {
        return ada.list().json().at("/data/0");
    }

    /** What the log has of changes to a key. */
    private String audited(Answer made) {
        return ada.api()
                .stored("SELECT COALESCE(GROUP_CONCAT(details ORDER BY id), '') FROM audit_log"
                        + " WHERE action = 'api_key_changed' AND details LIKE '%"
                        + made.json().path("id").asText() + "%'");
    }

    @Test
    void isShownAndWrittenToTheAuditLog() {
        Answer made = make(ada, "");

        Answer changed = ada.change(
                made, "{'name':' renamed ','apps':['" + one + "'],'requests_per_minute':60,'trusted':false}");

        assertThat(changed.status()).as(changed.json().toString()).isEqualTo(200);
        for (JsonNode told : new JsonNode[] {changed.json(), listed()}) {
            assertThat(told.path("name").asText()).isEqualTo("renamed");
            assertThat(told.path("apps").path(0).asText()).isEqualTo(one);
            assertThat(told.path("requests_per_minute").asInt()).isEqualTo(60);
            assertThat(told.has("key")).isFalse();
        }
        assertThat(audited(made))
                .contains(
                        "\"old_name\":\"owui\"",
                        "\"new_name\":\"renamed\"",
                        "\"old_apps\":\"all\"",
                        "\"new_apps\":\"" + one,
                        "\"old_requests_per_minute\":\"any\"",
                        "\"new_requests_per_minute\":\"60\"")
                .doesNotContain("trusted", "expires_at", "scopes");
    }

    @Test
    void leavesWhatIsNotNamed() {
        Answer made = bound();

        assertThat(ada.change(made, "{}").json()).isEqualTo(listed());
        ada.change(made, "{'name':'renamed'}");

        assertThat(listed().path("trusted").asBoolean()).isTrue();
        assertThat(listed().path("apps").path(0).asText()).isEqualTo(one);
        assertThat(listed().path("requests_per_minute").asInt()).isEqualTo(60);
        assertThat(listed().path("expires_at")).isEqualTo(made.json().path("expires_at"));
        assertThat(audited(made)).doesNotContain("apps").contains("renamed");
    }

    @Test
    void countsWithTheNextRequest() {
        Answer made = make(ada, "");
        assertThat(ada.use(made).status()).isEqualTo(200);

        ada.change(made, "{'requests_per_minute':1}");

        ada.use(made);
        ada.use(made);
        assertThat(ada.use(made).status()).as("three in a minute or two").isEqualTo(429);
    }

    /** A stolen session gives no key anything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'apps':['ONE','TWO']}",
                "{'apps':['TWO']}",
                "{'lift':['apps']}",
                "{'requests_per_minute':61}",
                "{'lift':['requests_per_minute']}",
                "{'expires_at':'LATER'}",
                "{'lift':['expires_at']}",
                "{'trusted':true,'name':'x'}"
            })
    void needsThePasswordWhereAKeyIsToDoMore(String change) {
        Answer made = bound();
        ada.change(made, "{'trusted':false}");
        String body = change.replace("ONE", one)
                .replace("TWO", two)
                .replace("LATER", ada.now().plus(Duration.ofDays(31)).toString());
        JsonNode before = listed();

        Answer refused = ada.change(made, body);
        Answer wrong = ada.change(made, body.replaceFirst("}$", ",'password':'not the password'}"));

        assertThat(refused.status()).as(refused.json().toString()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("password");
        assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("required");
        assertThat(wrong.code()).isEqualTo("wrong_password");
        assertThat(listed()).isEqualTo(before);

        Answer changed = ada.changeProven(made, body);
        assertThat(changed.status()).as(changed.json().toString()).isEqualTo(200);
        assertThat(listed()).isNotEqualTo(before).isEqualTo(changed.json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'apps':['ONE']}",
                "{'requests_per_minute':59}",
                "{'expires_at':'BEFORE'}",
                "{'trusted':false}",
                "{'name':'another'}"
            })
    void needsNoPasswordWhereSomethingIsTaken(String change) {
        Answer made = make(
                ada,
                ",'trusted':true,'apps':['" + one + "','" + two + "'],'requests_per_minute':60,'expires_at':'"
                        + ada.now().plus(Duration.ofDays(30)) + "'");
        String body = change.replace("ONE", one)
                .replace("BEFORE", ada.now().plus(Duration.ofDays(1)).toString());

        Answer changed = ada.change(made, body);

        assertThat(changed.status()).as(changed.json().toString()).isEqualTo(200);
        assertThat(changed.json()).isEqualTo(listed());
        assertThat(audited(made)).isNotEmpty();
    }

    @Test
    void bringsRulesToKeysThatHadNoneWithoutAPassword() {
        Answer made = make(ada, "");

        Answer changed = ada.change(
                made,
                "{'apps':['" + one + "'],'requests_per_minute':5,'expires_at':'"
                        + ada.now().plus(Duration.ofDays(1)) + "'}");

        assertThat(changed.status()).as(changed.json().toString()).isEqualTo(200);
    }

    @Test
    void givesTrustByAdministratorsOnly() {
        KeyHolder eve = somebody();
        Answer eves = make(eve, "");

        Answer refused = eve.changeProven(eves, "{'trusted':true}");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("not_administrator");
        assertThat(eve.list().json().at("/data/0/trusted").asBoolean(true)).isFalse();

        KeyHolder grace = ada.another("grace@example.org");
        ada.api().sql("UPDATE users SET role = 'ADMIN' WHERE email = 'grace@example.org'");
        ada.forward(Duration.ofMinutes(1));
        Answer trusted = make(grace, ",'trusted':true");
        ada.api().sql("UPDATE users SET role = 'USER' WHERE email = 'grace@example.org'");
        assertThat(grace.change(trusted, "{'trusted':false}").status())
                .as("anybody may take it back")
                .isEqualTo(200);
        assertThat(grace.changeProven(trusted, "{'trusted':true}").code()).isEqualTo("not_administrator");
    }

    @Test
    void namesAppsOfTheOwnerOnlyAndKeepsThoseItHad() {
        String hidden = app("ALL");
        Answer made = make(ada, ",'apps':['" + one + "','" + hidden + "']");
        ada.api().sql("UPDATE dify_apps SET visible_to = 'GROUPS' WHERE id = '" + hidden + "'");

        for (String app : new String[] {UUID.randomUUID().toString(), app("GROUPS")}) {
            Answer refused = ada.changeProven(made, "{'apps':['" + one + "','" + app + "']}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("apps");
            assertThat(refused.json().at("/errors/0/code").asText()).isEqualTo("unknown");
        }
        assertThat(ada.change(made, "{'apps':['" + hidden + "']}").status()).isEqualTo(200);
    }

    @Test
    void isForTheOwnerAloneAndForKeysThatAreThere() {
        KeyHolder eve = somebody();
        Answer eves = make(eve, "");
        Answer gone = make(ada, "");
        ada.revoke(gone);

        for (Answer foreign :
                new Answer[] {ada.changeProven(eves, "{'name':'mine'}"), ada.change(gone, "{'name':'x'}")}) {
            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.code()).isEqualTo("not_found");
        }
        assertThat(eve.list().json().at("/data/0/name").asText()).isEqualTo("owui");
        assertThat(audited(eves) + audited(gone)).isEmpty();
    }

    @Test
    void isNotForKeys() {
        Answer made = make(ada, "");

        Answer refused = ada.api()
                .call(
                        "PATCH",
                        "keys/" + made.json().path("id").asText(),
                        made.json().path("key").asText(),
                        "{\"name\":\"mine\"}");

        assertThat(refused.status()).isEqualTo(403);
    }

    /** A key that has expired is none; bringing it back is as making one. */
    @Test
    void bringsBackAnExpiredKeyWithThePasswordOnly() {
        Answer made = make(ada, ",'expires_at':'" + ada.now().plus(Duration.ofDays(1)) + "'");
        ada.forward(Duration.ofDays(1));
        KeyHolder back = ada.signedInAgain();
        String later = "{'expires_at':'" + ada.now().plus(Duration.ofDays(1)) + "'}";

        assertThat(back.change(made, later).status()).isEqualTo(400);
        assertThat(back.use(made).status()).isEqualTo(401);
        assertThat(back.changeProven(made, later).status()).isEqualTo(200);
        assertThat(back.use(made).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'apps':[]} | apps",
                "{'apps':['chat']} | apps[0]",
                "{'apps':[null]} | apps[0]",
                "{'requests_per_minute':0} | requests_per_minute",
                "{'requests_per_minute':100001} | requests_per_minute",
                "{'name':''} | name",
                "{'name':'  '} | name",
                "{'trusted':'yes'} | trusted",
                "{'lift':['scopes']} | lift[0]",
                "{'lift':['apps'],'apps':['ONE']} | apps",
                "{'lift':['requests_per_minute'],'requests_per_minute':5} | requests_per_minute",
                "{'lift':['expires_at'],'expires_at':'2035-01-01T00:00:00Z'} | expires_at",
                "{'expires_at':'2020-01-01T00:00:00Z'} | expires_at",
                "{'expires_at':'2099-01-01T00:00:00Z'} | expires_at",
                "{'scopes':['admin']} | scopes"
            })
    void makesSense(String change, String field) {
        Answer made = make(ada, "");

        Answer answer = ada.changeProven(made, change.replace("ONE", one));

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText())
                .as(answer.json().toString())
                .isEqualTo(field);
        assertThat(audited(made)).isEmpty();
    }
}
