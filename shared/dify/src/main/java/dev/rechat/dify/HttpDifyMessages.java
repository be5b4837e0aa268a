package dev.rechat.dify;

import io.micronaut.http.HttpMethod;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follow-ups of messages over HTTP; a person or a queue waits for them, so nothing is asked twice. */
final class HttpDifyMessages implements DifyMessages {

    private static final String NOT_FOUND = "not_found";

    private final HttpCalls calls;
    private final Json json;

    HttpDifyMessages(HttpCalls calls, Json json) {
        this.calls = calls;
        this.json = json;
    }

    @Override
    public List<String> suggestions(DifyApp app, String user, String messageId) {
        return Fields.texts(
                json.parse(calls.json(
                        HttpMethod.GET,
                        app,
                        Routes.suggestions(messageId, user),
                        null,
                        calls.limits().firstByte())),
                "data");
    }

    @Override
    public void rate(DifyApp app, String user, String messageId, @Nullable DifyRating rating, @Nullable String reason) {
        byte[] body = json.write(new RatingBody(rating == null ? null : rating.wireName(), reason, user));
        calls.json(
                HttpMethod.POST,
                app,
                Routes.rating(messageId),
                RequestBody.json(body),
                calls.limits().firstByte());
    }

    @Override
    public String nameConversation(DifyApp app, String user, String conversationId) {
        byte[] body = json.write(new NameBody(true, user));
        JsonNode answer = json.parse(calls.json(
                HttpMethod.POST,
                app,
                Routes.name(conversationId),
                RequestBody.json(body),
                calls.limits().total()));
        return Fields.textOrEmpty(answer, "name");
    }

    @Override
    public boolean deleteConversation(DifyApp app, String user, String conversationId) {
        byte[] body = json.write(new UserBody(user));
        try {
            calls.order(
                    HttpMethod.DELETE,
                    app,
                    Routes.conversation(conversationId),
                    RequestBody.json(body),
                    calls.limits().firstByte());
            return true;
        } catch (DifyRejectedException refused) {
            // Not so when the code is missing: that is somebody else's page, as for a wrong base URL.
            if (NOT_FOUND.equals(refused.code())) {
                return false;
            }
            throw refused;
        }
    }
}
