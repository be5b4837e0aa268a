package dev.rechat.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.Together;
import dev.rechat.kernel.account.ApiKeySecret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MakeKeysIT {

    private static KeyHolder ada;

    @BeforeAll
    static void start() {
        ada = KeyHolder.administrator();
    }

    @AfterAll
    static void stop() {
        ada.close();
    }

    @BeforeEach
    void withoutKeys() {
        ada.api().sql("DELETE FROM api_keys");
    }

    @Test
    void tellsTheKeyOnceAndKeepsItsHash() {
        Answer made = ada.make("{\"name\":\" script \",\"scopes\":[\"read\",\"chat\",\"read\"],"
                + "\"expires_at\":\"2099-01-02T03:04:05.678Z\"}".replace("2099", "2035"));

        assertThat(made.status()).isEqualTo(201);
        String key = made.json().path("key").asText();
        assertThat(key).matches(ApiKeySecret.PATTERN);
        assertThat(made.json().path("name").asText()).isEqualTo("script");
        assertThat(made.json().path("scopes").toString()).isEqualTo("[\"chat\",\"read\"]");
        assertThat(made.json().path("expires_at").asText()).isEqualTo("2035-01-02T03:04:05.678Z");
        assertThat(made.json().path("created_at").asText()).endsWith("Z");

        JsonNode listed = ada.list().json().path("data").path(0);
        assertThat(listed.path("id")).isEqualTo(made.json().path("id"));
        assertThat(listed.has("key")).isFalse();
        assertThat(key).contains(listed.path("identifier").asText());
        assertThat(listed.has("last_used_at")).isFalse();
        String secret = ApiKeySecret.of(key).orElseThrow().secret();
        assertThat(ada.list().json().toString()).doesNotContain(secret, "hash");
        assertThat(ada.api().stored("SELECT secret_hash FROM api_keys")).matches("[0-9a-f]{64}");
        assertThat(ada.api()
                        .stored("SELECT COUNT(*) FROM api_keys WHERE CONCAT_WS(' ', identifier, secret_hash, name)"
                                + " LIKE '%" + secret + "%'"))
                .isEqualTo("0");
    }

    /** A stolen session is to be good for nothing that outlives it. */
    @Test
    void needsThePassword() {
        Answer without = ada.send("{\"name\":\"script\",\"scopes\":[\"read\"]}");
        Answer wrong = ada.send("{\"name\":\"script\",\"scopes\":[\"read\"],\"password\":\"not the password\"}");

        assertThat(without.status()).isEqualTo(400);
        assertThat(wrong.code()).isEqualTo("wrong_password");
        assertThat(ada.list().json().path("data")).isEmpty();
    }

    @Test
    void tellsWhenAKeyWasUsedLast() {
        Answer made = ada.makeFor("read");
        assertThat(ada.use(made).status()).isEqualTo(200);
        ada.api().settle();
        String used = ada.api().stored("SELECT last_used_at FROM api_keys");
        assertThat(used).isNotEqualTo("null");

        assertThat(ada.use(made).status()).isEqualTo(200);
        ada.api().settle();
        assertThat(ada.api().stored("SELECT last_used_at FROM api_keys"))
                .as("not twice in a minute")
                .isEqualTo(used);

        ada.forward(Duration.ofMinutes(2));
        ada.use(made);
        ada.api().settle();
        assertThat(ada.list().json().at("/data/0/last_used_at").asText()).endsWith("Z");
        assertThat(ada.api().stored("SELECT last_used_at FROM api_keys")).isGreaterThan(used);
    }

    @Test
    void listsTheNewestFirstInPages() {
        for (String name : List.of("one", "two", "three")) {
            ada.make("{\"name\":\"" + name + "\",\"scopes\":[\"read\"]}");
        }

        Answer first = ada.api().call("GET", "keys?limit=2", ada.token(), null);
        Answer second = ada.api()
                .call(
                        "GET",
                        "keys?limit=2&cursor="
                                + first.json().path("next_cursor").asText(),
                        ada.token(),
                        null);

        assertThat(first.json().path("data").findValuesAsText("name")).containsExactly("three", "two");
        assertThat(second.json().path("data").findValuesAsText("name")).containsExactly("one");
        assertThat(second.json().path("next_cursor").isNull()).isTrue();
        assertThat(ada.api().call("GET", "keys?cursor=eHg", ada.token(), null).code())
                .isEqualTo("validation_failed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'scopes':['read']}                                                    | name",
                "{'name':' ','scopes':['read']}                                         | name",
                "{'name':'x'}                                                           | scopes",
                "{'name':'x','scopes':[]}                                               | scopes",
                "{'name':'x','scopes':['write']}                                        | scopes[0]",
                "{'name':'x','scopes':[null]}                                           | scopes[0]",
                "{'name':'x','scopes':['read'],'expires_at':'2020-01-01T00:00:00Z'}     | expires_at",
                "{'name':'x','scopes':['read'],'expires_at':'+99999-01-01T00:00:00Z'}   | expires_at",
                "{'name':'x','scopes':['read'],'expires_at':'tomorrow'}                 | expires_at",
                "{'name':'x','scopes':['read'],'secret':'mine'}                         | secret"
            })
    void refusesWhatIsNoWish(String body, String field) {
        Answer answer = ada.make(body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText())
                .as(answer.json().toString())
                .isEqualTo(field);
        assertThat(ada.api().stored("SELECT COUNT(*) FROM api_keys")).isEqualTo("0");
    }

    @Test
    void makesFiftyAndNoneMoreAlsoWhenManyAreWishedForAtOnce() throws Exception {
        for (int key = 0; key < Keys.MOST_LIVE - 2; key++) {
            assertThat(ada.makeFor("read").status()).isEqualTo(201);
        }

        List<Answer> answers = Together.call(5, _ -> ada.makeFor("read"));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(2);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .extracting(Answer::code)
                .containsOnly("conflict");
        ada.revoke(answers.stream()
                .filter(answer -> answer.status() == 201)
                .findFirst()
                .orElseThrow());
        assertThat(ada.makeFor("read").status()).isEqualTo(201);
        ada.api().sql("UPDATE api_keys SET expires_at = '2020-01-01' LIMIT 1");
        assertThat(ada.makeFor("read").status())
                .as("an expired key takes no place")
                .isEqualTo(201);
    }

    @Test
    void isForPeopleWhoSignedIn() {
        Answer made = ada.makeFor("read", "chat", "admin");
        String key = made.json().path("key").asText();
        KeyHolder program = new KeyHolder(ada.api(), key);

        assertThat(program.makeFor("read").code()).isEqualTo("forbidden");
        assertThat(program.list().code()).isEqualTo("forbidden");
        assertThat(program.revoke(made).code()).isEqualTo("forbidden");
        assertThat(ada.api()
                        .call("POST", "totp", key, "{\"password\":\"" + AuthApi.PASSWORD + "\"}")
                        .code())
                .isEqualTo("forbidden");
        assertThat(program.use(made).json().path("permissions").toString())
                .isEqualTo("[\"administer\",\"chat\",\"read\",\"self\"]");
    }

    @Test
    void isWrittenToTheAuditLogWithoutTheSecret() {
        Answer made = ada.makeFor("chat", "read");
        ada.revoke(made);

        String id = made.json().path("id").asText();
        assertThat(ada.api()
                        .stored("SELECT GROUP_CONCAT(action ORDER BY id) FROM audit_log WHERE details LIKE '%" + id
                                + "%'"))
                .isEqualTo("api_key_made,api_key_revoked");
        assertThat(ada.api().stored("SELECT GROUP_CONCAT(details) FROM audit_log"))
                .doesNotContain(ApiKeySecret.of(made.json().path("key").asText())
                        .orElseThrow()
                        .secret());
    }
}
