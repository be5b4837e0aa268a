package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.withKey;
import static dev.rechat.conversation.history.Lists.CONVERSATIONS;
import static dev.rechat.conversation.history.Lists.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.conversation.SettableClock;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.testing.api.ApiClient;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is deleted can be had back for 30 days, and is as good as gone meanwhile. */
class TrashIT {

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = withKey(owner, "read,chat");
    private final Conversation conversation = Threads.of(owner);
    private final String path = CONVERSATIONS + "/" + conversation.id();

    @Test
    void keepsWhatIsDeletedOutOfReach() {
        Threads.question(conversation, "private");
        ada.patch(path, "{\"tags\":[\"work\"]}");

        var deleted = ada.delete(path);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertThat(ada.get(path).status()).isEqualTo(404);
        assertThat(ada.get(path + "/messages").status()).isEqualTo(404);
        assertThat(ada.patch(path, "{\"title\":\"x\",\"tags\":[]}").status()).isEqualTo(404);
        assertThat(ada.delete(path + "/folder").status()).isEqualTo(404);
        assertThat(ada.delete(path).status()).isEqualTo(404);
        assertThat(ids(ada, "")).isEmpty();
        assertThat(ids(ada, "tag=work")).isEmpty();
        assertThat(ids(ada, "place=trash")).containsExactly(conversation.id().toString());
        assertThat(ids(ada, "place=trash&tag=work"))
                .containsExactly(conversation.id().toString());
    }

    @Test
    void tellsWhenItWillBeRemoved() {
        ada.delete(path);

        var listed = ada.get(CONVERSATIONS + "?place=trash").json().path("data").get(0);

        Instant purgeAt = Instant.parse(listed.path("purge_at").asText());
        Instant now = bean(SettableClock.class).instant();
        assertThat(Duration.between(now, purgeAt)).isBetween(Duration.ofDays(29), Duration.ofDays(30));
    }

    @Test
    void givesBackWhatWasDeletedAsItWas() {
        ada.patch(path, "{\"title\":\"标题\",\"pinned\":true,\"archived\":true,\"tags\":[\"work\"]}");
        String before = ada.get(path).body();
        ada.delete(path);

        var restored = ada.send("POST", path + "/restore", null, null);
        var again = ada.send("POST", path + "/restore", null, null);

        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.body()).isEqualTo(before);
        assertThat(again.body()).isEqualTo(before);
        assertThat(ids(ada, "place=archive")).containsExactly(conversation.id().toString());
        assertThat(ids(ada, "place=trash")).isEmpty();
    }

    @Test
    void givesBackUntilThirtyDaysAreOver() {
        ada.delete(path);

        bean(SettableClock.class).later(Duration.ofDays(30), () -> {
            assertThat(ids(ada, "place=trash")).isEmpty();
            assertThat(ada.send("POST", path + "/restore", null, null).status()).isEqualTo(404);
            assertThat(ada.get(CONVERSATIONS + "/counts").json().path("trash").asInt())
                    .isZero();
        });
    }

    @Test
    void givesBackOnTheLastDay() {
        ada.delete(path);

        bean(SettableClock.class)
                .later(
                        Duration.ofDays(30).minusMinutes(5),
                        () -> assertThat(ada.send("POST", path + "/restore", null, null)
                                        .status())
                                .isEqualTo(200));

        assertThat(ada.get(path).status()).isEqualTo(200);
    }

    @Test
    void removesForGoodWhereThatIsSaid() {
        Conversation other = Threads.of(owner);
        ada.delete(path);

        assertThat(ada.delete(path + "?permanent=true").status()).isEqualTo(204);
        assertThat(ada.delete(CONVERSATIONS + "/" + other.id() + "?permanent=true")
                        .status())
                .isEqualTo(204);

        assertThat(ids(ada, "place=trash")).isEmpty();
        assertThat(ids(ada, "")).isEmpty();
        assertThat(ada.send("POST", path + "/restore", null, null).status()).isEqualTo(404);
        assertThat(ada.delete(path + "?permanent=true").status()).isEqualTo(404);
    }

    @Test
    void takesNoOtherWordForGood() {
        var answer = ada.delete(path + "?permanent=yes");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errors()).isEqualTo("permanent:invalid");
        assertThat(ada.get(path).status()).isEqualTo(200);
    }

    @Test
    void takesEverythingAtOnceAndGivesOneBack() {
        Conversation archived = Threads.of(owner);
        ada.patch(CONVERSATIONS + "/" + archived.id(), "{\"archived\":true}");
        Conversation temporary = Threads.temporary(owner);
        Conversation theirs = Threads.of(ConversationServer.person());

        var all = ada.delete(CONVERSATIONS);

        assertThat(all.body()).isEqualTo("{\"count\":2}");
        assertThat(ids(ada, "")).isEmpty();
        assertThat(ids(ada, "place=archive")).isEmpty();
        assertThat(ids(ada, "place=trash")).hasSize(2);
        assertThat(ada.get(CONVERSATIONS + "/" + temporary.id()).status()).isEqualTo(200);
        assertThat(ConversationServer.as(theirs.userId())
                        .get(CONVERSATIONS + "/" + theirs.id())
                        .status())
                .isEqualTo(200);
        ada.send("POST", path + "/restore", null, null);
        assertThat(ids(ada, "")).containsExactly(conversation.id().toString());
        assertThat(ada.delete(CONVERSATIONS).body()).isEqualTo("{\"count\":1}");
    }

    @Test
    void takesMoreThanABatchAtOnce() {
        int more = Trash.BATCH + 1;
        Threads.many(owner, more);

        assertThat(ada.delete(CONVERSATIONS).body()).isEqualTo("{\"count\":" + (more + 1) + "}");
        assertThat(ada.delete(CONVERSATIONS + "/trash").body()).isEqualTo("{\"count\":" + (more + 1) + "}");
        assertThat(ada.get(CONVERSATIONS + "?place=trash").json().path("data")).isEmpty();
    }

    @Test
    void isEmptiedForGood() {
        Conversation kept = Threads.of(owner);
        ada.delete(path);

        assertThat(ada.delete(CONVERSATIONS + "/trash").body()).isEqualTo("{\"count\":1}");

        assertThat(ids(ada, "place=trash")).isEmpty();
        assertThat(ada.send("POST", path + "/restore", null, null).status()).isEqualTo(404);
        assertThat(ids(ada, "")).containsExactly(kept.id().toString());
        assertThat(ada.delete(CONVERSATIONS + "/trash").body()).isEqualTo("{\"count\":0}");
    }
}
