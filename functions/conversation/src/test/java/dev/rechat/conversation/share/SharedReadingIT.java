package dev.rechat.conversation.share;

import static dev.rechat.conversation.ConversationServer.anonymous;
import static dev.rechat.conversation.ConversationServer.as;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.sql;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.account.Role;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.feedback.FeedbackRepository;
import dev.rechat.persistence.feedback.Rating;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import dev.rechat.testing.gateway.TestedFunction;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a link shows, to whom, and for how long. */
class SharedReadingIT {

    private static final String UNKNOWN = "/api/v1/shared/q3Zx0-7vKcYb2LwN5tRf8HgJ1mPsU4dEaOiXyVzBn9T";

    private final Sharer ada = new Sharer();
    private final Message answer = ada.turn(null, "1");
    private final ApiClient reader = as(Role.USER);

    @AfterEach
    void asEver() {
        Sharer.noPolicy();
    }

    /** Without what differs from request to request. */
    private static String told(ApiAnswer answer, String link) {
        return answer.status() + " "
                + answer.body()
                        .replace(answer.json().path("request_id").asText("-"), "REQUEST")
                        .replace(link, "LINK");
    }

    @Test
    void endsAPageThatIsFullOfText() {
        ada.turn(answer, "长".repeat(250_000));
        String link = Sharer.link(ada.shared());

        JsonNode first = reader.get(link + "/messages?limit=100").json();
        JsonNode second = reader.get(link + "/messages?limit=100&after="
                        + first.path("next_cursor").asText())
                .json();

        assertThat(first.path("data").size()).isEqualTo(3);
        assertThat(second.path("data").size()).isEqualTo(1);
        assertThat(second.path("data").get(0).path("position").asInt()).isEqualTo(4);
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void showsWhatWasSharedAndNothingBesideIt() {
        sql(
                "INSERT INTO dify_apps (id, slug, name, description, icon, mode, base_url, api_key_sealed, enabled,"
                        + " sort_order, created_at, updated_at) VALUES (?, ?, 'Lawyer', 'd', '⚖️', 'chat', 'http://dify',"
                        + " 'sealed', TRUE, 0, NOW(3), NOW(3))",
                ada.conversation.appId().toString(),
                "app-" + ada.conversation.appId());
        StoredFile file = ada.file(answer, "图.png");
        bean(FeedbackRepository.class)
                .put(
                        answer.id(),
                        ada.id,
                        ada.conversation.id(),
                        ada.conversation.appId(),
                        Rating.LIKE,
                        "my own thoughts",
                        ConversationServer.NOON);
        JsonNode share = ada.shared();
        String link = Sharer.link(share);

        ApiAnswer shown = reader.get(link);
        ApiAnswer messages = reader.get(link + "/messages");

        assertThat(shown.json())
                .hasToString("{\"title\":\"问候 😀\",\"app\":{\"name\":\"Lawyer\",\"icon\":\"⚖️\"},\"shared_at\":\""
                        + share.path("created_at").asText() + "\",\"message_count\":2}");
        assertThat(messages.json())
                .hasToString("{\"data\":[{\"position\":1,\"role\":\"user\",\"content\":\"question 1\","
                        + "\"status\":\"completed\",\"created_at\":\"2026-03-01T12:00:00.000Z\",\"files\":[]},"
                        + "{\"position\":2,\"role\":\"assistant\",\"content\":\"answer 1\",\"status\":\"completed\","
                        + "\"created_at\":\"2026-03-01T12:00:00.000Z\",\"files\":[{\"id\":\"" + file.id()
                        + "\",\"name\":\"图.png\",\"type\":\"image\",\"size\":7,\"media_type\":\"image/png\",\"url\":\""
                        + link + "/files/" + file.id() + "\"}]}],\"next_cursor\":null}");
        assertThat(shown.body() + messages.body())
                .doesNotContain(
                        ada.id.toString(),
                        ada.conversation.id().toString(),
                        answer.id().toString(),
                        answer.turnId().toString(),
                        share.path("id").asText(),
                        "thoughts",
                        "9173",
                        "signed");
    }

    @Test
    void showsTheSourcesOfAnAnswerAndNotHowItCameAbout() {
        String source = "{\"type\":\"citation\",\"position\":1,\"document\":\"手册.pdf\"}";
        bean(MessageRepository.class)
                .finish(
                        answer.id(),
                        ada.id,
                        "answer 1",
                        TurnStatus.COMPLETED,
                        null,
                        "[{\"type\":\"thought\",\"id\":\"t\",\"text\":\"private\"},"
                                + "{\"type\":\"node\",\"id\":\"n\",\"outputs\":\"private\"}," + source + "]");

        ApiAnswer messages = reader.get(Sharer.link(ada.shared()) + "/messages");

        assertThat(messages.json().at("/data/1/parts")).hasToString("[" + source + "]");
        assertThat(messages.json().at("/data/0").has("parts")).isFalse();
        assertThat(messages.body()).doesNotContain("private");
    }

    @Test
    void stillShowsWhatAnAppLeftBehind() {
        String link = ada.link();

        assertThat(reader.get(link).json().has("app")).isFalse();
    }

    @Test
    void goesOnAfterAPosition() {
        ada.turn(ada.turn(answer, "2"), "3");
        String link = ada.link();

        JsonNode first = reader.get(link + "/messages?limit=4").json();
        JsonNode second = reader.get(link + "/messages?limit=4&after="
                        + first.path("next_cursor").asText())
                .json();

        assertThat(first.findValuesAsText("content"))
                .containsExactly("question 1", "answer 1", "question 2", "answer 2");
        assertThat(first.path("next_cursor").asText()).isEqualTo("4");
        assertThat(second.findValuesAsText("content")).containsExactly("question 3", "answer 3");
        assertThat(second.path("next_cursor").isNull()).isTrue();
        assertThat(reader.get(link + "/messages?after=6").json().path("data")).isEmpty();
        assertThat(reader.get(link + "/messages?limit=101").errors()).isEqualTo("limit:too_large");
        assertThat(reader.get(link + "/messages?after=ten").errors()).isEqualTo("after:invalid");
    }

    @Test
    void showsNothingThatCameLaterStandsBesideOrBelongsToAnotherShare() {
        String link = ada.link();

        Message sibling = ada.answer(ada.question(null, "sibling question"), "sibling answer");
        ada.file(sibling, "sibling.png");
        Message later = ada.turn(answer, "later");
        ada.file(later, "later.png");
        Sharer bob = new Sharer();
        bob.turn(null, "of bob");
        String other = bob.link();
        sql(
                "UPDATE conversations SET title = 'renamed later' WHERE id = ?",
                ada.conversation.id().toString());

        String shown = reader.get(link).body() + reader.get(link + "/messages").body();
        assertThat(shown).contains("问候", "answer 1").doesNotContain("sibling", "later", "bob");
        assertThat(reader.get(other + "/messages").body()).contains("of bob").doesNotContain("answer 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM shares WHERE user_id = ?",
                "UPDATE shares SET expires_at = NOW(3) - INTERVAL 1 SECOND WHERE user_id = ?",
                "UPDATE conversations SET deleted_at = NOW(3) WHERE user_id = ?",
                "DELETE FROM conversations WHERE user_id = ?",
                "UPDATE users SET active = FALSE WHERE id = ?",
                "UPDATE users SET deleting_at = NOW(3) WHERE id = ?"
            })
    void isAsIfItHadNeverBeenOnceSomethingOfItIsGone(String end) {
        String link = ada.link();
        assertThat(reader.get(link).status()).isEqualTo(200);

        sql(end, ada.id.toString());

        for (String policy : List.of("\"members\"", "\"public\"", "\"off\"")) {
            Sharer.policy(policy);
            assertThat(told(reader.get(link), link)).isEqualTo(told(reader.get(UNKNOWN), UNKNOWN));
            assertThat(reader.get(link + "/messages").code()).isEqualTo("not_found");
            assertThat(reader.get(link).headers().map().keySet())
                    .isEqualTo(reader.get(UNKNOWN).headers().map().keySet());
        }
    }

    @Test
    void comesBackWithItsConversation() {
        String link = ada.link();
        String id = ada.conversation.id().toString();
        sql("UPDATE conversations SET deleted_at = NOW(3) WHERE id = ?", id);
        assertThat(reader.get(link).status()).isEqualTo(404);

        sql("UPDATE conversations SET deleted_at = NULL WHERE id = ?", id);

        assertThat(reader.get(link).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%20", "..%2F..%2Fhealth", "q3Zx0-7vKcYb2LwN5tRf8HgJ1mPsU4dEaOiXyVzBn%27T", "%00"})
    void isNothingToWhatCannotBeAToken(String token) {
        String link = "/api/v1/shared/" + token;

        assertThat(reader.get(link).status()).isEqualTo(404);
        assertThat(reader.get(link).code()).isEqualTo("not_found");
        assertThat(anonymous().get(link).status()).isEqualTo(401);
    }

    @Test
    void isForMembersWhereNobodyHasDecidedElse() {
        String link = ada.link();

        for (String path : List.of(link, UNKNOWN, link + "/messages", UNKNOWN + "/messages")) {
            ApiAnswer nobody = anonymous().get(path);
            assertThat(nobody.status()).isEqualTo(401);
            assertThat(nobody.code()).isEqualTo("unauthenticated");
            if (TestedFunction.isHere()) { // the gateway gives this header another name
                assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            }
            assertThat(anonymous()
                            .as("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")
                            .get(path)
                            .status())
                    .isEqualTo(401);
            assertThat(as(Role.PENDING).get(path).code()).isEqualTo("account_pending");
            assertThat(ConversationServer.withKey(ada.id, "chat").get(path).code())
                    .isEqualTo("forbidden");
        }
        assertThat(as(ada.id).get(link).status()).isEqualTo(200);
        assertThat(as(Role.ADMIN).get(link).status()).isEqualTo(200);
        assertThat(ConversationServer.withKey(ConversationServer.person(), "read")
                        .get(link)
                        .status())
                .isEqualTo(200);
        Sharer.policy("\"nonsense\"");
        assertThat(anonymous().get(link).status()).isEqualTo(401);
    }

    @Test
    void isForEverybodyWhereTheHouseSaysSo() {
        String link = ada.link();

        Sharer.policy("\"public\"");

        for (ApiClient anybody :
                List.of(anonymous(), as(Role.PENDING), anonymous().as("rk-nonsense"))) {
            ApiAnswer shown = anybody.get(link);
            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(shown.headers().firstValue("X-Robots-Tag")).contains("noindex");
            assertThat(anybody.get(link + "/messages").body()).contains("answer 1");
        }
        assertThat(anonymous().get(UNKNOWN).status()).isEqualTo(404);
        assertThat(anonymous().get("/api/v1/shares").status()).isEqualTo(401);
        assertThat(anonymous().post(Sharer.sharesOf(ada.conversation), "{}").status())
                .isEqualTo(401);
    }

    @Test
    void isForNobodyWhereTheHouseSaysSoUntilItSaysOtherwise() {
        String link = ada.link();

        Sharer.policy("\"off\"");
        for (ApiClient anybody : List.of(anonymous(), reader, ada.api)) {
            assertThat(anybody.get(link).code()).isEqualTo("not_found");
            assertThat(anybody.get(link + "/messages").code()).isEqualTo("not_found");
        }

        Sharer.policy("\"members\"");
        assertThat(reader.get(link).status()).isEqualTo(200);
    }

    @Test
    void cannotBeChangedByAnybody() {
        String link = ada.link();
        Sharer.policy("\"public\"");

        assertThat(anonymous().delete(link).status()).isEqualTo(405);
        assertThat(anonymous().patch(link, "{}").status()).isEqualTo(405);
        assertThat(anonymous().post(link + "/messages", "{}").status()).isEqualTo(405);
    }
}
