package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.as;
import static dev.rechat.conversation.history.Lists.CONVERSATIONS;
import static dev.rechat.conversation.history.Lists.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.testing.api.ApiClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is counted is what the lists show. */
class ConversationCountsIT {

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);

    @Test
    void areThoseOfTheLists() {
        Random random = new Random(20260301);
        AppId[] apps = {
            ConversationServer.ids().nextAppId(), ConversationServer.ids().nextAppId()
        };
        String[] folders = {Threads.folder(ada, "a"), Threads.folder(ada, "b"), Threads.folder(ada, "empty")};
        for (int i = 0; i < 60; i++) {
            Conversation conversation = Threads.withApp(owner, apps[random.nextInt(2)]);
            String path = CONVERSATIONS + "/" + conversation.id();
            ada.patch(
                    path,
                    "{\"pinned\":%s,\"archived\":%s,\"tags\":[%s]%s}"
                            .formatted(
                                    random.nextInt(4) == 0,
                                    random.nextInt(4) == 0,
                                    random.nextBoolean() ? "\"工作\"" : "\"home\",\"工作\"",
                                    random.nextBoolean()
                                            ? ",\"folder_id\":\"" + folders[random.nextInt(2)] + "\""
                                            : ""));
            if (random.nextInt(5) == 0) {
                ada.delete(path);
            }
        }
        Threads.temporary(owner);
        Threads.of(ConversationServer.person());

        JsonNode counts = ada.get(CONVERSATIONS + "/counts").json();

        for (String place : new String[] {"list", "archive", "trash"}) {
            assertThat(counts.path(place).asInt())
                    .isPositive()
                    .isEqualTo(ids(ada, "place=" + place).size());
        }
        assertThat(counts.path("apps"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.path("count").asInt())
                        .isEqualTo(ids(ada, "app_id=" + each.path("app_id").asText())
                                .size()));
        assertThat(counts.path("folders"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.path("count").asInt())
                        .isEqualTo(
                                ids(ada, "folder_id=" + each.path("folder_id").asText())
                                        .size()));
        assertThat(counts.path("tags"))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.path("count").asInt())
                        .isEqualTo(ids(
                                        ada,
                                        "tag="
                                                + URLEncoder.encode(
                                                        each.path("tag").asText(), StandardCharsets.UTF_8))
                                .size()));
        long pinned = 0;
        for (JsonNode each : ada.get(CONVERSATIONS + "?limit=100").json().path("data")) {
            pinned += each.path("pinned").asBoolean() ? 1 : 0;
        }
        assertThat(counts.path("pinned").asLong()).isPositive().isEqualTo(pinned);
    }

    @Test
    void areNothingForWhoHasNothing() {
        assertThat(ada.get(CONVERSATIONS + "/counts").body())
                .isEqualTo("{\"list\":0,\"archive\":0,\"trash\":0,\"pinned\":0,\"apps\":[],\"folders\":[],\"tags\":[],"
                        + "\"dify_deletions\":{\"waiting\":0,\"failed\":0}}");
    }

    @Test
    void tellWhatDifyStillHas() {
        ada.delete(CONVERSATIONS + "/" + Threads.of(owner).id() + "?permanent=true");

        JsonNode atDify = ada.get(CONVERSATIONS + "/counts").json().path("dify_deletions");

        assertThat(atDify.path("waiting").asInt() + atDify.path("failed").asInt())
                .isEqualTo(1);
        assertThat(as(ConversationServer.person())
                        .get(CONVERSATIONS + "/counts")
                        .body())
                .contains("\"dify_deletions\":{\"waiting\":0,\"failed\":0}");
    }
}
