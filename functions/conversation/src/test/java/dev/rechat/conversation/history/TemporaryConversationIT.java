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
import org.junit.jupiter.api.Test;

/** A temporary conversation is read by whoever has its id and owns it, stands in no list, and is over a day after its last turn. */
class TemporaryConversationIT {

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = withKey(owner, "read,chat");
    private final Conversation temporary = Threads.temporary(owner);
    private final String path = CONVERSATIONS + "/" + temporary.id();

    @Test
    void isReadByItsIdOnly() {
        Threads.question(temporary, "for now");
        ada.patch(path, "{\"tags\":[\"work\"]}");

        assertThat(ada.get(path).json().path("temporary").asBoolean()).isTrue();
        assertThat(ada.get(path).json().path("purge_at").asText())
                .isEqualTo(String.valueOf(temporary.purgeAt()).replaceFirst("(:\\d\\d)Z", "$1.000Z"));
        assertThat(ada.get(path + "/messages").body()).contains("for now");
        for (String place : new String[] {"list", "archive", "trash"}) {
            assertThat(ids(ada, "place=" + place)).isEmpty();
        }
        assertThat(ids(ada, "tag=work")).isEmpty();
        assertThat(ada.get(CONVERSATIONS + "/counts").body()).doesNotContain("work", "1");
    }

    @Test
    void isOverAfterADay() {
        bean(SettableClock.class).later(Duration.ofDays(1), () -> {
            assertThat(ada.get(path).status()).isEqualTo(404);
            assertThat(ada.get(path + "/messages").status()).isEqualTo(404);
            assertThat(ada.get(path + "/export").status()).isEqualTo(404);
            assertThat(ada.patch(path, "{\"temporary\":false}").status()).isEqualTo(404);
            assertThat(ada.delete(path).status()).isEqualTo(404);
        });
    }

    @Test
    void staysWhenItsOwnerWantsToKeepIt() {
        var kept = ada.patch(path, "{\"temporary\":false}");

        assertThat(kept.json().path("temporary").asBoolean()).isFalse();
        assertThat(kept.json().has("purge_at")).isFalse();
        assertThat(ids(ada, "")).containsExactly(temporary.id().toString());
        bean(SettableClock.class)
                .later(
                        Duration.ofDays(400),
                        () -> assertThat(ada.get(path).status()).isEqualTo(200));
    }

    @Test
    void isGoneForGoodWhenItIsDeleted() {
        assertThat(ada.delete(path).status()).isEqualTo(204);

        assertThat(ada.get(path).status()).isEqualTo(404);
        assertThat(ids(ada, "place=trash")).isEmpty();
        assertThat(ada.send("POST", path + "/restore", null, null).status()).isEqualTo(404);
    }
}
