package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.as;
import static dev.rechat.conversation.history.Lists.CONVERSATIONS;
import static dev.rechat.conversation.history.Lists.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.id.UserId;
import dev.rechat.testing.api.ApiClient;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TagIT {

    private final UserId owner = ConversationServer.person();
    private final ApiClient ada = as(owner);
    private final String path = CONVERSATIONS + "/" + Threads.of(owner).id();

    @Test
    void takeThePlaceOfThoseBefore() {
        assertThat(put("\"b\",\" a \",\"a\",\"A\",\"税\"")).isEqualTo("[\"A\",\"a\",\"b\",\"税\"]");
        assertThat(put("\"c\",\"a\"")).isEqualTo("[\"a\",\"c\"]");
        assertThat(ids(ada, "tag=b")).isEmpty();
        assertThat(ada.patch(path, "{\"tags\":null,\"title\":\"x\"}")
                        .json()
                        .path("tags")
                        .toString())
                .isEqualTo("[\"a\",\"c\"]");
        assertThat(put("")).isEqualTo("[]");
    }

    @Test
    void areTwentyAtMostOfFiftyCharacters() {
        assertThat(put(numbered(20))).contains("\"tag 19\"");
        assertThat(ada.patch(path, "{\"tags\":[" + numbered(21) + "]}").errors())
                .isEqualTo("tags:too_long");
        assertThat(put("\"" + "长".repeat(50) + "\"")).contains("长");
        assertThat(ada.patch(path, "{\"tags\":[\"" + "长".repeat(51) + "\"]}").errors())
                .isEqualTo("tags[0]:too_long");
    }

    @Test
    void areChangedTogetherWithTheRestOrNotAtAll() {
        put("\"a\"");

        var refused = ada.patch(
                path,
                "{\"tags\":[\"b\"],\"folder_id\":\"" + ConversationServer.ids().nextFolderId() + "\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(ada.get(path).json().path("tags").toString()).isEqualTo("[\"a\"]");
    }

    @Test
    void areEachPersonsOwn() {
        put("\"mine\"");
        UserId other = ConversationServer.person();
        Threads.of(other);

        assertThat(ids(as(other), "tag=mine")).isEmpty();
        assertThat(as(other).patch(path, "{\"tags\":[\"stolen\"]}").status()).isEqualTo(404);
        assertThat(ada.get(path).json().path("tags").toString()).isEqualTo("[\"mine\"]");
        assertThat(as(other).get(CONVERSATIONS + "/counts").body()).doesNotContain("mine", "stolen");
    }

    private String put(String tags) {
        return ada.patch(path, "{\"tags\":[" + tags + "]}").json().path("tags").toString();
    }

    private static String numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"tag " + i + "\"").collect(Collectors.joining(","));
    }
}
