package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Conversations of an end user. */
final class ConversationRoutes {

    private static final int MAX_PAGE = 100;
    private static final Map<String, Comparator<Conversation>> ORDERS = Map.of(
            "created_at", Comparator.comparing(Conversation::createdAt),
            "-created_at", Comparator.comparing(Conversation::createdAt).reversed(),
            "updated_at", Comparator.comparing(Conversation::updatedAt),
            "-updated_at", Comparator.comparing(Conversation::updatedAt).reversed());

    private ConversationRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.get("/conversations", ConversationRoutes::list),
                Route.delete("/conversations/{id}", ConversationRoutes::delete),
                Route.post("/conversations/{id}/name", ConversationRoutes::rename),
                Route.get("/conversations/{id}/variables", ConversationRoutes::variables));
    }

    private static void list(Call call) {
        call.requireConversing();
        String user = call.queryUserOrDefault();
        String order = call.request().parameter("sort_by").orElse("-updated_at");
        if (!ORDERS.containsKey(order)) {
            throw DifyError.invalidParameter(
                    "1 validation error\nsort_by\n  Input should be one of " + ORDERS.keySet());
        }
        List<Conversation> sorted = call.state().conversations().all().stream()
                .filter(conversation -> conversation.user().equals(user))
                .sorted(ORDERS.get(order))
                .toList();
        String last = call.request().parameter("last_id").orElse("");
        List<Conversation> left = last.isEmpty() ? sorted : after(sorted, last, call);
        call.answer(200, Page.first(left, call.number("limit", 20, MAX_PAGE)).toJson(Conversation::toJson));
    }

    private static List<Conversation> after(List<Conversation> sorted, String last, Call call) {
        for (int i = 0; i < sorted.size(); i++) {
            if (sorted.get(i).id().equals(last)) {
                return sorted.subList(i + 1, sorted.size());
            }
        }
        throw DifyError.notFound("Last Conversation Not Exists.", call.request().path());
    }

    static Conversation require(Call call, String id, String user) {
        return call.state()
                .conversation(id, user)
                .orElseThrow(() -> DifyError.notFound(
                        "Conversation Not Exists.", call.request().path()));
    }

    private static void delete(Call call) {
        String user = call.bodyUserOrDefault();
        call.requireConversing();
        Conversation conversation = require(call, call.id("id"), user);
        call.state().conversations().remove(conversation.id());
        call.state()
                .messagesOf(conversation.id())
                .forEach(message -> call.state().messages().remove(message.id()));
        call.exchange().answer(204, Map.of("Content-Type", "application/json"), new byte[0]);
    }

    private static void rename(Call call) {
        String user = call.bodyUserOrDefault();
        call.requireConversing();
        ObjectNode body = call.json();
        Conversation conversation = require(call, call.id("id"), user);
        boolean generate = body.path("auto_generate").asBoolean(false);
        String name = generate
                ? generated(call, conversation)
                : Call.text(body, "name").strip();
        if (name.isEmpty()) {
            throw DifyError.invalidParameter("1 validation error for ConversationRenamePayload\n"
                    + "  Value error, name is required when auto_generate is false [type=value_error]");
        }
        call.state().conversations().change(conversation.id(), found -> found.renamed(name));
        call.answer(200, require(call, conversation.id(), user).toJson());
    }

    private static String generated(Call call, Conversation conversation) {
        return call.state().messagesOf(conversation.id()).stream()
                .findFirst()
                .map(first -> Chat.title(first.query()))
                .orElse(conversation.name());
    }

    /** No simulated app declares conversation variables. */
    private static void variables(Call call) {
        String user = call.queryUserOrDefault();
        call.requireConversing();
        require(call, call.id("id"), user);
        int limit = call.number("limit", 20, MAX_PAGE);
        call.answer(200, new Page<Conversation>(limit, false, List.of()).toJson(Conversation::toJson));
    }
}
