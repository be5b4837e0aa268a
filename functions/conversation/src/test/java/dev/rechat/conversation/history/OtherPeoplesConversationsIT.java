package dev.rechat.conversation.history;

import static dev.rechat.conversation.ConversationServer.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.conversation.ConversationServer;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.testing.api.ApiAnswer;
import dev.rechat.testing.api.ApiClient;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody, administrators included, learns whether another person's conversation exists. */
class OtherPeoplesConversationsIT {

    private static final String CONVERSATIONS = "/api/v1/conversations/";

    private final UserId owner = ConversationServer.person();
    private final Conversation conversation = Threads.of(owner);

    static Stream<Arguments> calls() {
        return Stream.of(
                call("get", ApiClient::get),
                call("patch", (client, path) -> client.patch(path, "{\"title\":\"stolen\"}")),
                call("tag", (client, path) -> client.patch(path, "{\"tags\":[\"stolen\"]}")),
                call("keep", (client, path) -> client.patch(path, "{\"temporary\":false}")),
                call("leave its folder", (client, path) -> client.delete(path + "/folder")),
                call("delete", ApiClient::delete),
                call("export", (client, path) -> client.get(path + "/export")),
                call("export as text", (client, path) -> client.get(path + "/export?format=markdown")),
                call("delete for good", (client, path) -> client.delete(path + "?permanent=true")),
                call("restore", (client, path) -> client.send("POST", path + "/restore", null, null)),
                call("messages", (client, path) -> client.get(path + "/messages")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void answersAsForOneThatDoesNotExist(String name, BiFunction<ApiClient, String, ApiAnswer> call) {
        String theirs = conversation.id().toString();
        String unknown = ConversationServer.ids().nextConversationId().toString();
        Threads.question(conversation, "private");

        for (Role role : new Role[] {Role.USER, Role.ADMIN}) {
            ApiClient eve = as(role);
            ApiAnswer foreign = call.apply(eve, CONVERSATIONS + theirs);
            ApiAnswer missing = call.apply(eve, CONVERSATIONS + unknown);
            ApiAnswer malformed = call.apply(eve, CONVERSATIONS + "not-an-id");

            assertThat(foreign.status()).isEqualTo(404);
            assertThat(foreign.code()).isEqualTo("not_found");
            assertThat(anonymised(foreign, theirs)).isEqualTo(anonymised(missing, unknown));
            assertThat(foreign.headers().map().keySet())
                    .isEqualTo(missing.headers().map().keySet());
            assertThat(malformed.status()).isEqualTo(404);
            assertThat(malformed.code()).isEqualTo("not_found");
        }

        assertThat(as(owner).get(CONVERSATIONS + theirs).json().path("title").asText())
                .isEqualTo(conversation.title());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void needAToken(String name, BiFunction<ApiClient, String, ApiAnswer> call) {
        ApiAnswer nobody = call.apply(ConversationServer.anonymous(), CONVERSATIONS + conversation.id());
        ApiAnswer forged = call.apply(
                ConversationServer.anonymous().as("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0."),
                CONVERSATIONS + conversation.id());
        ApiAnswer pending = call.apply(as(Role.PENDING), CONVERSATIONS + conversation.id());

        assertThat(nobody.status()).isEqualTo(401);
        assertThat(nobody.code()).isEqualTo("unauthenticated");
        assertThat(forged.status()).isEqualTo(401);
        assertThat(pending.status()).isEqualTo(403);
    }

    private static String anonymised(ApiAnswer answer, String id) {
        String requestId = answer.json().path("request_id").asText();
        return answer.body().replace(id, "ID").replace(requestId, "REQUEST");
    }

    private static Arguments call(String name, BiFunction<ApiClient, String, ApiAnswer> call) {
        return Arguments.of(name, call);
    }
}
