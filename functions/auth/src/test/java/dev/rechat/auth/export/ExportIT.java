package dev.rechat.auth.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.auth.Answer;
import dev.rechat.auth.AuthApi;
import dev.rechat.auth.account.OwnedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportIT {

    private static final IntConsumer NOTHING = _ -> {};

    private AuthApi api;
    private Answer ada;
    private Answer eve;

    @BeforeEach
    void start() {
        api = AuthApi.start();
        ada = api.register("ada@example.org");
        eve = api.register("eve@example.org");
        for (int number = 0; number < 3; number++) {
            OwnedRows.conversation(api, OwnedRows.userId(ada), number);
        }
        OwnedRows.conversation(api, OwnedRows.userId(eve), 100);
        OwnedRows.apiKey(api, OwnedRows.userId(ada));
        OwnedRows.apiKey(api, OwnedRows.userId(eve));
        OwnedRows.file(api, OwnedRows.userId(ada), OwnedRows.id(0, 9), "NULL");
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void tellsEverythingOnceInAFixedOrder(int limit) {
        List<JsonNode> records = walk(ada, limit, NOTHING);

        assertThat(records.stream().map(each -> each.path("type").asText()))
                .containsExactly(
                        "account",
                        "session",
                        "api_key",
                        "audit_event",
                        "audit_event",
                        "audit_event",
                        "conversation",
                        "message",
                        "message",
                        "conversation",
                        "message",
                        "message",
                        "conversation",
                        "message",
                        "message",
                        "feedback",
                        "feedback",
                        "feedback",
                        "file",
                        "file",
                        "file",
                        "file");
        assertThat(records).doesNotHaveDuplicates();
        assertThat(texts(records, "content"))
                .containsExactly("question 0", "answer 0", "question 1", "answer 1", "question 2", "answer 2");
        assertThat(texts(records, "action")).containsExactly("account_registered", "session_begun", "account_exported");
    }

    @Test
    void tellsWhatAPersonWouldRecognise() {
        List<JsonNode> records = walk(ada, 100, NOTHING);

        assertThat(first(records, "account").path("email").asText()).isEqualTo("ada@example.org");
        assertThat(first(records, "session").path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(first(records, "api_key").path("scopes").toString()).isEqualTo("[\"chat\",\"read\"]");
        assertThat(first(records, "conversation").path("inputs").toString()).isEqualTo("{\"topic\":\"leases\"}");
        assertThat(first(records, "message").path("role").asText()).isEqualTo("user");
        assertThat(first(records, "message").path("usage").path("total_tokens").asInt())
                .isEqualTo(3);
        assertThat(first(records, "feedback").path("reason").asText()).isEqualTo("so clear");
        assertThat(first(records, "file").path("name").asText()).isEqualTo("a.txt");
    }

    @Test
    void tellsFoldersTagsAndTrash() {
        String user = OwnedRows.userId(ada);
        String folder = OwnedRows.folder(api, user, "工作");
        api.sql("UPDATE conversations SET folder_id = '%s', deleted_at = NOW(3), purge_at = NOW(3), temporary = TRUE"
                        .formatted(folder)
                + " WHERE id = '" + OwnedRows.id(0, 0) + "'");
        api.sql("INSERT INTO conversation_tags SET user_id = '%s', tag = '税', conversation_id = '%s'"
                .formatted(user, OwnedRows.id(0, 0)));

        List<JsonNode> records = walk(ada, 2, NOTHING);

        JsonNode conversation = first(records, "conversation");
        assertThat(conversation.path("folder_id").asText()).isEqualTo(folder);
        assertThat(conversation.path("tags").toString()).isEqualTo("[\"税\"]");
        assertThat(conversation.path("temporary").asBoolean()).isTrue();
        assertThat(conversation.has("deleted_at")).isTrue();
        assertThat(first(records, "folder").path("name").asText()).isEqualTo("工作");
        assertThat(walk(eve, 2, NOTHING).toString()).doesNotContain("工作", "税");
    }

    @Test
    void holdsNoSecretAndNothingOfAnybodyElse() {
        String all = walk(ada, 100, NOTHING).toString();

        assertThat(all)
                .doesNotContain("argon2", "5ec7e7", "secret-at-dify", "signed?", ada.refreshToken())
                .doesNotContain(OwnedRows.userId(eve), "eve@example.org", "question 100", "answer 100");
    }

    @Test
    void tellsEverythingOnceThatWasThereWhileMoreIsWritten() {
        String user = OwnedRows.userId(ada);
        List<String> before = texts(walk(ada, 100, NOTHING), "content");

        List<JsonNode> records = walk(ada, 2, page -> {
            for (int number = 0; number < 3; number++) {
                OwnedRows.message(
                        api,
                        OwnedRows.id(number, 0),
                        user,
                        OwnedRows.id(number, 1),
                        OwnedRows.id(number, 1000 + page),
                        "USER",
                        "later " + page + " in " + number);
            }
            if (page < 5) {
                OwnedRows.conversation(api, user, 500 + page);
            }
        });

        List<String> contents = texts(records, "content");
        assertThat(records).doesNotHaveDuplicates();
        assertThat(contents).containsAll(before).doesNotHaveDuplicates();
        assertThat(contents).contains("question 500", "later 0 in 0");
        String conversation = "";
        for (JsonNode each : records) {
            if (each.path("type").asText().equals("conversation")) {
                conversation = each.path("id").asText();
            } else if (each.path("type").asText().equals("message")) {
                assertThat(each.path("conversation_id").asText()).isEqualTo(conversation);
            }
        }
    }

    @Test
    void givesLongAnswersOnPagesOfTheirOwn() {
        String user = OwnedRows.userId(ada);
        api.sql("UPDATE messages SET content = REPEAT('long ', 200000) WHERE user_id = '" + user + "'");
        List<Long> lengths = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = page(ada, 100, cursor);
            lengths.add((long) page.json().toString().length());
            cursor = page.json().path("next_cursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));

        assertThat(lengths)
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(length -> assertThat(length).isLessThan(2_200_000));
    }

    @Test
    void readsFromNobodyElseWithACursorOfTheirs() {
        String cursor = "";
        for (int page = 0; page < 8; page++) {
            cursor = page(eve, 1, cursor).json().path("next_cursor").asText();
        }

        assertThat(page(ada, 100, cursor).json().toString()).doesNotContain("question 100", "answer 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "MA", "OQpmMDAw", "NAp4", "LTE"})
    void refusesWhatIsNoCursorOfItsOwn(String cursor) {
        assertThat(page(ada, 1, cursor).code()).isEqualTo("validation_failed");
    }

    private List<JsonNode> walk(Answer who, int limit, IntConsumer afterPage) {
        List<JsonNode> records = new ArrayList<>();
        String cursor = "";
        for (int number = 0; ; number++) {
            Answer page = page(who, limit, cursor);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.json().path("data").size()).isLessThanOrEqualTo(limit);
            page.json().path("data").forEach(records::add);
            if (page.json().path("next_cursor").isNull()) {
                return records;
            }
            cursor = page.json().path("next_cursor").asText();
            afterPage.accept(number);
        }
    }

    private Answer page(Answer who, int limit, String cursor) {
        String query = "me/export?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
        return api.call("GET", query, who.accessToken(), null);
    }

    private static JsonNode first(List<JsonNode> records, String type) {
        return records.stream()
                .filter(each -> each.path("type").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(List<JsonNode> records, String field) {
        return records.stream()
                .filter(each -> each.has(field))
                .map(each -> each.path(field).asText())
                .toList();
    }
}
