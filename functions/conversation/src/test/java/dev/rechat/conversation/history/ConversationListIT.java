package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.NOON;
import static dev.rechat.conversation.ConversationServer.as;
import static dev.rechat.conversation.history.Lists.CONVERSATIONS;
import static dev.rechat.conversation.history.Lists.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.testing.api.ApiClient;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationListIT {

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);

    @Test
    void showsPinnedOnesFirstAndThenLatestActivityWithoutGapOrRepeat() {
        List<String> pinned = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            Conversation conversation = Threads.of(owner, NOON.plusMillis(i / 4));
            (i % 3 == 0 ? pinned : others).addFirst(conversation.id().toString());
            if (i % 3 == 0) {
                change(conversation, "{\"pinned\":true}");
            }
        }
        Threads.of(ConversationServer.person());
        pinned.addAll(others);

        for (int limit : new int[] {1, 2, 3, 4, 5, 10, 11, 12}) {
            assertThat(ids(ada, "", limit)).as("%s at a time", limit).containsExactlyElementsOf(pinned);
        }
    }

    @Test
    void endsThePageWithThePinnedOnesAndGoesOnWithTheOthers() {
        Conversation pinned = Threads.of(owner);
        Conversation other = Threads.of(owner, NOON.plusSeconds(1));
        change(pinned, "{\"pinned\":true}");

        JsonNode first = ada.get(CONVERSATIONS + "?limit=1").json();
        JsonNode second = ada.get(CONVERSATIONS + "?limit=1&cursor="
                        + first.path("next_cursor").asText())
                .json();

        assertThat(first.path("data").get(0).path("id").asText())
                .isEqualTo(pinned.id().toString());
        assertThat(second.path("data").get(0).path("id").asText())
                .isEqualTo(other.id().toString());
        assertThat(second.path("next_cursor").isNull()).isTrue();
    }

    @Test
    void narrowsByAppFolderAndTagTogether() {
        Conversation all = Threads.of(owner);
        Conversation sameApp = Threads.withApp(owner, all.appId());
        Conversation sameFolder = Threads.of(owner);
        Conversation sameTag = Threads.of(owner);
        String folder = Threads.folder(ada, "工作");
        change(all, "{\"folder_id\":\"" + folder + "\",\"tags\":[\"税 2026\",\"x\"]}");
        change(sameFolder, "{\"folder_id\":\"" + folder + "\"}");
        change(sameTag, "{\"tags\":[\"税 2026\"]}");
        String app = "app_id=" + all.appId();
        String in = "folder_id=" + folder;
        String tag = "tag=%E7%A8%8E%202026";

        assertThat(ids(ada, app)).containsExactlyInAnyOrder(id(all), id(sameApp));
        assertThat(ids(ada, in)).containsExactlyInAnyOrder(id(all), id(sameFolder));
        assertThat(ids(ada, tag)).containsExactlyInAnyOrder(id(all), id(sameTag));
        assertThat(ids(ada, app + "&" + tag)).containsExactly(id(all));
        assertThat(ids(ada, in + "&" + tag)).containsExactly(id(all));
        assertThat(ids(ada, app + "&" + in)).containsExactly(id(all));
        assertThat(ids(ada, app + "&" + in + "&" + tag)).containsExactly(id(all));
        assertThat(ids(ada, "app_id=" + sameTag.appId() + "&" + in)).isEmpty();
        assertThat(ids(ada, "place=archive&" + tag)).isEmpty();
        assertThat(ids(ada, "tag=X")).isEmpty();
    }

    @Test
    void showsArchivedOnesInTheArchiveOnly() {
        Conversation listed = Threads.of(owner);
        Conversation archived = Threads.of(owner);
        change(archived, "{\"archived\":true}");

        assertThat(ids(ada, "")).containsExactly(id(listed));
        assertThat(ids(ada, "place=list")).containsExactly(id(listed));
        assertThat(ids(ada, "place=archive")).containsExactly(id(archived));
        assertThat(ada.get(CONVERSATIONS + "/" + archived.id()).status()).isEqualTo(200);

        change(archived, "{\"archived\":false}");
        assertThat(ids(ada, "place=archive")).isEmpty();
        assertThat(ids(ada, "")).hasSize(2);
    }

    @Test
    void tellsTheTagsOfEachInTheirOrder() {
        Conversation one = Threads.of(owner);
        Conversation two = Threads.of(owner, NOON.plusSeconds(1));
        change(one, "{\"tags\":[\"b\",\"a\",\"乙\"]}");

        JsonNode data = ada.get(CONVERSATIONS).json().path("data");

        assertThat(data.get(0).path("id").asText()).isEqualTo(id(two));
        assertThat(data.get(0).path("tags").toString()).isEqualTo("[]");
        assertThat(data.get(1).path("tags").toString()).isEqualTo("[\"a\",\"b\",\"乙\"]");
    }

    private void change(Conversation conversation, String body) {
        assertThat(ada.patch(CONVERSATIONS + "/" + conversation.id(), body).status())
                .isEqualTo(200);
    }

    private static String id(Conversation conversation) {
        return conversation.id().toString();
    }
}
