package dev.rechat.admin.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.admin.House;
import dev.rechat.testing.account.TestAccounts.Person;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackReviewIT {

    private static final String FEEDBACK = "/api/v1/admin/feedback";
    private static final String DESK = UUID.randomUUID().toString();
    private static final String GONE = UUID.randomUUID().toString();

    private static House house;
    private static Person root;
    private static Person ada;
    private static Person bob;
    private static ApiClient admin;
    private static String first;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
        root = house.person("admin");
        ada = house.person("user");
        bob = house.person("user");
        admin = house.as(root);
        house.accounts()
                .run(
                        "INSERT INTO dify_apps (id, slug, name, description, icon, mode, base_url, api_key_sealed, enabled,"
                                + " sort_order, created_at, updated_at) VALUES (?, 'desk', 'Desk', '', '', 'chat',"
                                + " 'http://127.0.0.1/v1', 'k:sealed', TRUE, 0, NOW(3), NOW(3))",
                        DESK);
        first = judged(ada, DESK, "LIKE", "none", "2026-03-01 12:00:00");
        judged(ada, DESK, "DISLIKE", "=HYPERLINK(\"x\") too long, \"猫\"", "2026-03-02 12:00:00");
        judged(bob, DESK, "DISLIKE", "", "2026-03-02 12:00:00");
        judged(bob, GONE, "DISLIKE", "wrong", "2026-03-03 12:00:00");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void showsLatestFirstWithoutQuestionsAndAnswers() {
        ApiAnswer answer = admin.get(FEEDBACK);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("a question", "an answer");
        assertThat(answer.json().at("/data/0/reason").asText()).isEqualTo("wrong");
        assertThat(answer.json().at("/data/0").has("app_name")).isFalse();
        assertThat(answer.json().at("/data/3").fieldNames())
                .toIterable()
                .containsExactly(
                        "message_id",
                        "conversation_id",
                        "app_id",
                        "app_name",
                        "user_id",
                        "email",
                        "rating",
                        "forwarded",
                        "created_at",
                        "updated_at");
        assertThat(answer.json().at("/data/3/message_id").asText()).isEqualTo(first);
        assertThat(answer.json().at("/data/3/app_name").asText()).isEqualTo("Desk");
        assertThat(answer.json().at("/data/3/email").asText()).isEqualTo(ada.id() + "@example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rating=dislike                                            | 3",
                "rating=like                                               | 1",
                "user_id=ADA                                               | 2",
                "app_id=DESK                                               | 3",
                "app_id=DESK&user_id=BOB                                   | 1",
                "app_id=DESK&user_id=BOB&rating=like                       | 0",
                "with_reason=true                                          | 2",
                "with_reason=false                                         | 2",
                "with_reason=true&user_id=ADA                              | 1",
                "from=2026-03-02T12:00:00Z                                 | 3",
                "from=2026-03-02T12:00:00Z&to=2026-03-03T12:00:00Z         | 2",
                "to=2026-03-02T12:00:00Z&app_id=DESK                       | 1",
            })
    void filtersAndCombinesFilters(String query, int found) {
        assertThat(all(query, 100)).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({"''", "rating=dislike", "app_id=DESK", "user_id=ADA", "user_id=BOB"})
    void goesThroughAllInPages(String query) {
        assertThat(all(query, 1)).isEqualTo(all(query, 100)).doesNotHaveDuplicates();
    }

    @Test
    void namesNobodyWhoIsBeingDeleted() {
        house.accounts().run("UPDATE users SET deleting_at = NOW(3) WHERE id = ?", ada.id());

        try {
            assertThat(admin.get(FEEDBACK).json().at("/data/3/user_id").asText())
                    .isEqualTo(ada.id());
            assertThat(admin.get(FEEDBACK).json().at("/data/3").has("email")).isFalse();
            assertThat(admin.get(FEEDBACK + "/export").body())
                    .contains("," + ada.id() + ",,like,")
                    .doesNotContain(ada.id() + "@");
        } finally {
            house.accounts().run("UPDATE users SET deleting_at = NULL WHERE id = ?", ada.id());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?rating=meh, rating:invalid",
        "?with_reason=1, with_reason:invalid",
        "?from=1, from:invalid",
        "?cursor=YWJj, cursor:invalid",
        // of the year 292278994
        "?cursor=OTIyMzM3MjAzNjg1NDc3NTgwNwowMTg5MGE1ZC1hYzk2LTc3NGItYmNjZS1iMzAyMDk5YTgwNTc, cursor:invalid",
        "?limit=0, limit:too_small",
    })
    void refusesWhatIsNoQuestion(String query, String error) {
        assertThat(admin.get(FEEDBACK + query).errors()).isEqualTo(error);
    }

    @Test
    void readsQuestionAndAnswerAndWritesDownThatItDid() {
        ApiAnswer answer = admin.get(FEEDBACK + "/" + first);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("question").asText()).isEqualTo("a question");
        assertThat(answer.json().path("answer").asText()).isEqualTo("an answer");
        assertThat(answer.json().at("/feedback/rating").asText()).isEqualTo("like");
        assertThat(house.newestAct())
                .isEqualTo("feedback_read " + root.id() + " " + first + " {\"user_id\":\"" + ada.id() + "\"}");
    }

    @Test
    void readsNothingOfAConversationThatWasThrownAway() {
        String message = judged(bob, DESK, "LIKE", "none", "2020-03-01 12:00:00");
        house.accounts()
                .run(
                        "UPDATE conversations SET deleted_at = NOW(3), purge_at = NOW(3) + INTERVAL 30 DAY WHERE id ="
                                + " (SELECT conversation_id FROM feedbacks WHERE message_id = ?)",
                        message);

        assertReadsNoWords(message);
    }

    @Test
    void readsNothingOfATemporaryConversation() {
        String message = judged(bob, DESK, "LIKE", "none", "2020-03-01 12:00:00");
        house.accounts()
                .run(
                        "UPDATE conversations SET temporary = TRUE, purge_at = NOW(3) + INTERVAL 1 DAY WHERE id ="
                                + " (SELECT conversation_id FROM feedbacks WHERE message_id = ?)",
                        message);

        assertReadsNoWords(message);
    }

    private static void assertReadsNoWords(String message) {
        ApiAnswer answer = admin.get(FEEDBACK + "/" + message);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("question")).isFalse();
        assertThat(answer.json().has("answer")).isFalse();
        house.accounts().run("DELETE FROM feedbacks WHERE message_id = ?", message);
    }

    @Test
    void knowsNoMessageThatNobodyHasJudged() {
        assertThat(admin.get(FEEDBACK + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void exportsATableWithReasonsButNeitherQuestionsNorAnswers() {
        ApiAnswer answer = admin.get(FEEDBACK + "/export?rating=dislike&user_id=" + ada.id());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(answer.body().lines().toList())
                .hasSize(2)
                .first()
                .isEqualTo(
                        "message_id,conversation_id,app_id,app_name,user_id,email,rating,reason,forwarded,created_at,"
                                + "updated_at");
        assertThat(answer.body())
                .contains("dislike,\"'=HYPERLINK(\"\"x\"\") too long, \"\"猫\"\"\",false")
                .doesNotContain("a question", "an answer");
        assertThat(house.newestAct())
                .startsWith("feedback_exported " + root.id())
                .contains("\"rating\":\"dislike\"", "\"user_id\":\"" + ada.id() + "\"");
    }

    @Test
    void isForAdministratorsOnly() {
        for (String path : List.of("", "/export", "/" + first)) {
            assertThat(house.as(ada).get(FEEDBACK + path).status()).isEqualTo(403);
        }
    }

    private static List<String> all(String query, int limit) {
        List<String> seen = new ArrayList<>();
        String path = FEEDBACK + "?limit=" + limit + "&"
                + query.replace("ADA", ada.id()).replace("BOB", bob.id()).replace("DESK", DESK);
        String cursor = "";
        while (cursor != null) {
            ApiAnswer page = admin.get(path + cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json()
                    .path("data")
                    .forEach(each -> seen.add(each.path("message_id").asText()));
            cursor = page.json().path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.json().path("next_cursor").asText();
        }
        return seen;
    }

    /** A question, an answer, and what the person thinks of it. */
    private static String judged(Person person, String app, String rating, String reason, String at) {
        String conversation = UUID.randomUUID().toString();
        String question = UUID.randomUUID().toString();
        String answer = UUID.randomUUID().toString();
        house.accounts()
                .run(
                        "INSERT INTO conversations (id, user_id, app_id, title, pinned, archived, created_at, updated_at)"
                                + " VALUES (?, ?, ?, 'x', FALSE, FALSE, NOW(3), NOW(3))",
                        conversation,
                        person.id(),
                        app);
        String insert = "INSERT INTO messages (id, conversation_id, user_id, turn_id, parent_id, role, status, content,"
                + " created_at) VALUES (?, ?, ?, UUID(), NULLIF(?, ''), ?, 'COMPLETED', ?, NOW(3))";
        house.accounts().run(insert, question, conversation, person.id(), "", "USER", "a question");
        house.accounts().run(insert, answer, conversation, person.id(), question, "ASSISTANT", "an answer");
        house.accounts()
                .run(
                        "INSERT INTO feedbacks (message_id, user_id, conversation_id, app_id, rating, reason, forwarded,"
                                + " created_at, updated_at) VALUES (?, ?, ?, ?, ?, NULLIF(?, 'none'), FALSE, ?, ?)",
                        answer,
                        person.id(),
                        conversation,
                        app,
                        rating,
                        reason,
                        at,
                        at);
        return answer;
    }
}
