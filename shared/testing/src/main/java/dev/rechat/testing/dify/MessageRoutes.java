package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages, what people think of them, and what to ask next. */
final class MessageRoutes {

    private static final String LIKE = "like";
    private static final String DISLIKE = "dislike";

    private MessageRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.get("/messages", MessageRoutes::list),
                Route.post("/messages/{id}/feedbacks", MessageRoutes::rate),
                Route.get("/messages/{id}/suggested", MessageRoutes::suggest),
                Route.get("/app/feedbacks", MessageRoutes::feedbacks));
    }

    /** The newest page first, each page ascending. */
    private static void list(Call call) {
        call.requireConversing();
        String user = call.queryUserOrDefault();
        String conversationId = call.request().parameter("conversation_id").orElse("");
        if (!Call.isUuid(conversationId)) {
            throw DifyError.missingField("MessageListQuery", "conversation_id");
        }
        ConversationRoutes.require(call, conversationId, user);
        List<Message> messages = call.state().messagesOf(conversationId);
        String first = call.request().parameter("first_id").orElse("");
        List<Message> left = first.isEmpty() ? messages : before(messages, first, call);
        call.answer(200, Page.last(left, call.number("limit", 20, 100)).toJson(Message::toJson));
    }

    private static List<Message> before(List<Message> messages, String first, Call call) {
        for (int i = 0; i < messages.size(); i++) {
            if (messages.get(i).id().equals(first)) {
                return messages.subList(0, i);
            }
        }
        throw DifyError.notFound("First Message Not Exists.", call.request().path());
    }

    private static Message require(Call call, String user) {
        return call.state()
                .message(call.id("id"), user)
                .orElseThrow(() ->
                        DifyError.notFound("Message Not Exists.", call.request().path()));
    }

    private static void rate(Call call) {
        String user = call.bodyUser();
        ObjectNode body = call.json();
        Message message = require(call, user);
        String rating = Call.text(body, "rating");
        switch (rating) {
            case LIKE, DISLIKE -> {
                Message.Feedback feedback = new Message.Feedback(
                        UUID.randomUUID().toString(), rating, Call.text(body, "content"), Instant.now());
                call.state().messages().change(message.id(), rated -> rated.rated(Optional.of(feedback)));
            }
            case "" -> withdraw(call, message);
            default ->
                throw DifyError.invalidParameter(
                        "1 validation error for MessageFeedbackPayload\nrating\n  Input should be 'like' or 'dislike'");
        }
        call.answerSuccess();
    }

    private static void withdraw(Call call, Message message) {
        if (message.feedback().isEmpty()) {
            throw DifyError.invalidParameter("rating cannot be None when feedback not exists");
        }
        call.state().messages().change(message.id(), rated -> rated.rated(Optional.empty()));
    }

    private static void suggest(Call call) {
        String user = call.queryUser();
        call.requireConversing();
        Message message = require(call, user);
        if (!call.app().followUps()) {
            throw new DifyError(400, "bad_request", "Suggested Questions Is Disabled.");
        }
        ObjectNode json = Json.object().put("result", "success");
        json.putArray("data")
                .add("Tell me more about “" + Chat.title(message.query()) + "”")
                .add("Why is that so?")
                .add("Can you give an example?");
        call.answer(200, json);
    }

    private static void feedbacks(Call call) {
        int limit = call.number("limit", 20, 101);
        int skipped = (call.number("page", 1, Integer.MAX_VALUE) - 1) * limit;
        ArrayNode data = Json.array();
        call.state().messages().all().stream()
                .filter(message -> message.feedback().isPresent())
                .sorted(Comparator.comparing((Message message) ->
                                message.feedback().orElseThrow().at())
                        .reversed())
                .skip(skipped)
                .limit(limit)
                .forEach(message -> data.add(feedback(call, message)));
        call.answer(200, Json.object().set("data", data));
    }

    private static JsonNode feedback(Call call, Message message) {
        Message.Feedback feedback = message.feedback().orElseThrow();
        String at = feedback.at().toString();
        return Json.object()
                .put("id", feedback.id())
                .put("app_id", call.app().id().toString())
                .put("conversation_id", message.conversationId())
                .put("message_id", message.id())
                .put("rating", feedback.rating())
                .put("content", feedback.content())
                .put("from_source", "user")
                .put("from_end_user_id", call.state().endUserId(message.user()))
                .putNull("from_account_id")
                .put("created_at", at)
                .put("updated_at", at);
    }
}
