package dev.rechat.conversation.search;

import static dev.rechat.conversation.ConversationServer.as;
import static dev.rechat.conversation.ConversationServer.bean;
import static dev.rechat.conversation.ConversationServer.ids;
import static dev.rechat.conversation.ConversationServer.withKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationTagRepository;
import dev.rechat.testing.api.ApiClient;
import org.junit.jupiter.api.Test;

/** A search finds what is its owner's and stands in a list, and nothing else. */
class NeverFindsOtherPeoplesTextsIT {

    private static final String SECRET = "the same secret 机密";

    private final UserId adaId = ConversationServer.person();
    private final UserId bobId = ConversationServer.person();
    private final ApiClient ada = as(adaId);

    @Test
    void findsOnesOwnOfTwoPeoplesEqualTexts() {
        Conversation hers =
                Texts.conversation(adaId).titled(SECRET).saying(SECRET).save();
        Texts.conversation(bobId).titled(SECRET).saying(SECRET, SECRET).save();

        for (String words : new String[] {"secret", "机密", "\"same secret\"", "%", "_", "e"}) {
            JsonNode found = Texts.search(ada, words, "").json().path("data");
            assertThat(found.size()).isLessThanOrEqualTo(1);
            found.forEach(
                    each -> assertThat(each.path("conversation").path("id").asText())
                            .isEqualTo(hers.id().toString()));
        }
        JsonNode found = Texts.search(ada, "secret", "").json().path("data").get(0);
        assertThat(found.path("hit_count").asInt()).isOne();
    }

    @Test
    void findsNothingOfOthersByTheirAppFolderTagOrCursor() {
        AppId app = ids().nextAppId();
        Conversation his =
                Texts.conversation(bobId).of(app).titled(SECRET).saying(SECRET).save();
        Texts.conversation(bobId).active(-1).titled(SECRET).saying(SECRET).save();
        bean(ConversationTagRepository.class).add(his.id(), bobId, "mine");
        String cursor = Texts.search(as(bobId), "secret", "&limit=1")
                .json()
                .path("next_cursor")
                .asText();

        assertThat(Texts.search(ada, "secret", "&app_id=" + app).json().path("data"))
                .isEmpty();
        assertThat(Texts.search(ada, "secret", "&tag=mine").json().path("data")).isEmpty();
        assertThat(Texts.search(ada, "secret", "&folder_id=" + ids().next())
                        .json()
                        .path("data"))
                .isEmpty();
        assertThat(cursor).isNotEqualTo("null");
        assertThat(Texts.search(ada, "secret", "&cursor=" + cursor).json().path("data"))
                .isEmpty();
        assertThat(Texts.search(as(Role.ADMIN), "secret", "").json().path("data"))
                .isEmpty();
    }

    @Test
    void leavesOutTheTrashAndTemporaryOnes() {
        Texts.conversation(adaId).titled("listed").saying(SECRET).save();
        Texts.conversation(adaId)
                .titled("archived")
                .active(-1)
                .saying(SECRET)
                .archived()
                .save();
        Texts.conversation(adaId)
                .titled("secret trash")
                .saying(SECRET)
                .deleted()
                .save();
        Texts.conversation(adaId)
                .titled("secret archived trash")
                .saying(SECRET)
                .archived()
                .deleted()
                .save();
        Texts.conversation(adaId)
                .titled("secret temporary")
                .saying(SECRET)
                .temporary()
                .save();

        assertThat(Texts.titles(Texts.search(ada, "secret", "").json())).containsExactly("listed", "archived");
    }

    @Test
    void needsTheRightToRead() {
        assertThat(Texts.search(ConversationServer.anonymous(), "x", "").status())
                .isEqualTo(401);
        assertThat(Texts.search(as(Role.PENDING), "x", "").status()).isEqualTo(403);
        assertThat(Texts.search(withKey(adaId, "chat"), "x", "").status()).isEqualTo(403);
        assertThat(Texts.search(withKey(adaId, "read"), "x", "").status()).isEqualTo(200);
    }
}
