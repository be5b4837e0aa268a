package dev.rechat.conversation.share;

import static dev.rechat.conversation.ConversationServer.as;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.sql;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.hash.Sha256;
import dev.rechat.persistence.audit.AuditEvent;
import dev.rechat.persistence.audit.AuditRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.testing.api.ApiAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Making links, looking at them and taking them back, as owners do. */
class SharingIT {

    private static final String SHARES = "/api/v1/shares";

    private final Sharer ada = new Sharer();

    @AfterEach
    void asEver() {
        Sharer.noPolicy();
    }

    private static List<String> contents(String link) {
        return as(Role.USER)
                .get(link + "/messages?limit=100")
                .json()
                .path("data")
                .findValuesAsText("content");
    }

    @Test
    void tellsTheLinkOnceAndKeepsItsHash() {
        ada.turn(null, "1");

        ApiAnswer made = ada.share("{}");

        assertThat(made.status()).isEqualTo(201);
        JsonNode share = made.json();
        assertThat(share.path("title").asText()).isEqualTo("问候 😀");
        assertThat(share.path("message_count").asInt()).isEqualTo(2);
        assertThat(share.has("expires_at")).isFalse();
        assertThat(share.path("url").asText()).matches("/shared#token=[A-Za-z0-9_-]{43}");
        String token = share.path("url").asText().substring("/shared#token=".length());
        assertThat(sql("UPDATE shares SET title = title WHERE token_hash = ?", Sha256.hex(token)))
                .isEqualTo(1);
        assertThat(ada.api.get(SHARES).body())
                .contains(share.path("id").asText())
                .doesNotContain(token);
    }

    @Test
    void takesTheNewestBranchOrTheOneOfAMessage() {
        Message first = ada.turn(null, "1");
        Message second = ada.turn(first, "2");
        ada.turn(second, "3");
        Message question = ada.question(first, "question 2b");
        ada.answer(question, "answer 2b, first try");
        ada.answer(question, "answer 2b");

        String newest = ada.link();
        String older = Sharer.link(
                ada.share("{\"leaf_message_id\":\"" + second.id() + "\"}").json());

        assertThat(contents(newest)).containsExactly("question 1", "answer 1", "question 2b", "answer 2b");
        assertThat(contents(older)).containsExactly("question 1", "answer 1", "question 2", "answer 2");
    }

    @Test
    void leavesOutWhatIsNotFinished() {
        Message stopped = ada.answer(ada.question(null, "question 1"), TurnStatus.STOPPED, "so far");
        Message paused = ada.answer(ada.question(stopped, "question 2"), TurnStatus.PAUSED, "waiting");
        ada.answer(ada.question(paused, "question 3"), TurnStatus.STREAMING, "coming");

        assertThat(contents(ada.link())).containsExactly("question 1", "so far", "question 2", "question 3");
    }

    @Test
    void sharesFiveThousandMessagesInOrderAndNoMore() {
        ada.line(5000);

        String link = ada.link();

        List<Integer> positions = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        for (String after = "0"; after != null; ) {
            JsonNode page =
                    as(ada.id).get(link + "/messages?limit=100&after=" + after).json();
            page.path("data").forEach(each -> {
                positions.add(each.path("position").asInt());
                contents.add(each.path("content").asText());
            });
            after = page.path("next_cursor").textValue();
        }
        assertThat(positions).hasSize(5000).isSorted().doesNotHaveDuplicates();
        assertThat(contents).startsWith("line 1", "line 2").endsWith("line 4999", "line 5000");
        sql(
                "INSERT INTO messages (id, conversation_id, user_id, turn_id, parent_id, role, status, content, created_at)"
                        + " SELECT 'ffffffff-0000-7000-8000-000000000001', conversation_id, user_id, turn_id, MAX(id),"
                        + " 'USER', 'COMPLETED', 'one more', NOW(3) FROM messages WHERE conversation_id = ?"
                        + " GROUP BY conversation_id, user_id, turn_id",
                ada.conversation.id().toString());
        assertThat(ada.share("{}").code()).isEqualTo("conflict");
    }

    @Test
    void sharesNoEmptyConversationAndNoneThatIsToGo() {
        assertThat(ada.share("{}").code()).isEqualTo("conflict");

        ada.turn(null, "1");
        String id = ada.conversation.id().toString();
        sql("UPDATE conversations SET temporary = TRUE WHERE id = ?", id);
        assertThat(ada.share("{}").code()).isEqualTo("conflict");

        sql("UPDATE conversations SET temporary = FALSE, deleted_at = NOW(3) WHERE id = ?", id);
        assertThat(ada.share("{}").status()).isEqualTo(404);
        assertThat(ada.api.get(SHARES).json().path("data")).isEmpty();
    }

    @Test
    void sharesNothingOfSomebodyElse() {
        Message theirs = new Sharer().turn(null, "private");
        Sharer eve = new Sharer();
        eve.turn(null, "1");
        ada.turn(null, "1");

        assertThat(eve.api.post(Sharer.sharesOf(ada.conversation), "{}").code()).isEqualTo("not_found");
        assertThat(eve.share("{\"leaf_message_id\":\"" + theirs.id() + "\"}").errors())
                .isEqualTo("leaf_message_id:unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"expires_in_days\":0}     | expires_in_days:too_small",
                "{\"expires_in_days\":366}   | expires_in_days:too_large",
                "{\"expires_in_days\":\"x\"} | expires_in_days:invalid",
                "{\"leaf_message_id\":\"x\"} | leaf_message_id:invalid",
                "{\"token\":\"x\"}           | token:unknown_field"
            })
    void namesTheFieldThatIsWrong(String body, String error) {
        ada.turn(null, "1");

        assertThat(ada.share(body).errors()).isEqualTo(error);
    }

    @Test
    void endsAfterSoManyDays() {
        ada.turn(null, "1");

        JsonNode share = ada.share("{\"expires_in_days\":7}").json();

        Instant created = Instant.parse(share.path("created_at").asText());
        Instant expires = Instant.parse(share.path("expires_at").asText());
        assertThat(Duration.between(created, expires))
                .isBetween(Duration.ofDays(7).minusSeconds(5), Duration.ofDays(7));
    }

    @Test
    void listsWhatIsLiveNewestFirst() {
        ada.turn(null, "1");
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(ada.shared().path("id").asText());
        }
        new Sharer().turn(null, "1");
        sql("UPDATE shares SET expires_at = NOW(3) - INTERVAL 1 SECOND WHERE id = ?", made.removeLast());
        ada.api.delete(SHARES + "/" + made.removeFirst());

        List<String> seen = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            JsonNode page = ada.api.get(SHARES + "?limit=2" + cursor).json();
            page.path("data").forEach(each -> {
                seen.add(each.path("id").asText());
                assertThat(each.path("conversation_id").asText())
                        .isEqualTo(ada.conversation.id().toString());
                assertThat(each.path("title").asText()).isEqualTo("问候 😀");
                assertThat(each.path("message_count").asInt()).isEqualTo(2);
            });
            cursor = page.path("next_cursor").isNull()
                    ? null
                    : "&cursor=" + page.path("next_cursor").asText();
        }
        assertThat(seen).containsExactlyElementsOf(made);
        assertThat(ada.api.get(SHARES + "?cursor=MQox").errors()).isEqualTo("cursor:invalid");
    }

    @Test
    void isRevokedByItsOwnerAlone() {
        ada.turn(null, "1");
        JsonNode share = ada.shared();
        String path = SHARES + "/" + share.path("id").asText();

        assertThat(as(Role.ADMIN).delete(path).code()).isEqualTo("not_found");
        assertThat(as(ada.id).get(Sharer.link(share)).status()).isEqualTo(200);
        assertThat(ada.api.delete(path).status()).isEqualTo(204);
        assertThat(as(ada.id).get(Sharer.link(share)).code()).isEqualTo("not_found");
        assertThat(ada.api.delete(path).code()).isEqualTo("not_found");
    }

    @Test
    void writesDownWhatWasSharedAndRevoked() {
        ada.turn(null, "1");
        String id = ada.shared().path("id").asText();
        ada.api.delete(SHARES + "/" + id);

        List<AuditEvent> events = bean(AuditRepository.class).listOfTargetAfter("user", ada.id.toString(), "", 10);

        assertThat(events).extracting(AuditEvent::action).containsExactly("share_made", "share_revoked");
        assertThat(events).allSatisfy(event -> assertThat(event.toString()).contains(id));
    }

    @Test
    void areFiveHundredAtMost() {
        ada.turn(null, "1");
        sql(
                "INSERT INTO shares (id, user_id, conversation_id, token_hash, title, message_count, created_at)"
                        + " SELECT UUID(), ?, ?, SHA2(UUID(), 256), 'many', 1, NOW(3) FROM"
                        + " (SELECT 1 FROM information_schema.columns LIMIT 499) rows_enough",
                ada.id.toString(),
                ada.conversation.id().toString());
        JsonNode last = ada.shared();

        ApiAnswer oneMore = ada.share("{}");

        assertThat(oneMore.status()).isEqualTo(409);
        assertThat(oneMore.json().path("detail").asText()).contains("500 shared links already");
        ada.api.delete(SHARES + "/" + last.path("id").asText());
        assertThat(ada.share("{}").status()).isEqualTo(201);
    }

    @Test
    void makeRoomOnceTheyHaveExpired() {
        ada.turn(null, "1");
        String expired = ada.shared().path("id").asText();
        sql("UPDATE shares SET expires_at = NOW(3) - INTERVAL 1 SECOND WHERE id = ?", expired);

        ada.shared();

        assertThat(sql("DELETE FROM shares WHERE id = ?", expired)).isZero();
    }

    @Test
    void areMadeWithTheScopeForChattingAndListedWithTheOneForReading() {
        ada.turn(null, "1");
        var chatting = ConversationServer.withKey(ada.id, "chat");
        var reading = ConversationServer.withKey(ada.id, "read");

        ApiAnswer made = chatting.post(Sharer.sharesOf(ada.conversation), "{}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(chatting.get(SHARES).code()).isEqualTo("forbidden");
        assertThat(reading.get(SHARES).status()).isEqualTo(200);
        assertThat(reading.post(Sharer.sharesOf(ada.conversation), "{}").code()).isEqualTo("forbidden");
        assertThat(reading.delete(SHARES + "/" + made.json().path("id").asText())
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void isOffWhereTheHouseSaysSoButCanBeRevokedEvenThen() {
        ada.turn(null, "1");
        JsonNode share = ada.shared();

        Sharer.policy("\"off\"");

        assertThat(ada.share("{}").status()).isEqualTo(403);
        assertThat(ada.share("{}").code()).isEqualTo("sharing_off");
        assertThat(ada.api.get(SHARES).json().path("data")).hasSize(1);
        assertThat(ada.api.delete(SHARES + "/" + share.path("id").asText()).status())
                .isEqualTo(204);
    }
}
