package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The routes that make answers: they read and check the request, {@link Generation} does the rest. */
final class GenerationRoutes {

    private final Generation generation;

    GenerationRoutes(Generation generation) {
        this.generation = generation;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/chat-messages", this::chat),
                Route.post("/completion-messages", this::completion),
                Route.post("/workflows/run", this::workflow),
                Route.post("/workflows/{workflow_id}/run", this::workflowVersion),
                Route.post("/chat-messages/{task_id}/stop", this::stopChat),
                Route.post("/completion-messages/{task_id}/stop", this::stopCompletion),
                Route.post("/workflows/tasks/{task_id}/stop", this::stopWorkflow));
    }

    private void chat(Call call) {
        String user = call.bodyUser();
        call.requireConversing();
        ObjectNode body = call.json();
        requireQuery(body);
        String conversationId = Call.text(body, "conversation_id").strip();
        if (!conversationId.isEmpty() && !Call.isUuid(conversationId)) {
            throw DifyError.invalidParameter("1 validation error for ChatRequestPayload\nconversation_id\n"
                    + "  Value error, conversation_id must be a valid UUID [type=value_error]");
        }
        boolean streaming = streaming(body);
        if (!streaming && call.app().mode() == AppMode.AGENT_CHAT) {
            throw DifyError.invalidParameter("Agent Chat App does not support blocking mode");
        }
        boolean autoName = body.path("auto_generate_name").asBoolean(true);
        generation.answer(
                call,
                new GenerationRequest(
                        call.app(),
                        Call.text(body, "query").replace("\0", ""),
                        inputs(body, "ChatRequestPayload"),
                        user,
                        conversationId,
                        streaming,
                        autoName));
    }

    private static void requireQuery(ObjectNode body) {
        if (!body.path("query").isTextual()) {
            throw DifyError.missingField("ChatRequestPayload", "query");
        }
    }

    private void completion(Call call) {
        String user = call.bodyUser();
        requireMode(
                call, AppMode.COMPLETION, "app_unavailable", "App unavailable, please check your app configurations.");
        ObjectNode body = call.json();
        generation.answer(call, plain(call, body, user, Call.text(body, "query"), "CompletionRequestPayload"));
    }

    private void workflow(Call call) {
        String user = call.bodyUser();
        requireMode(
                call,
                AppMode.WORKFLOW,
                "not_workflow_app",
                "Please check if your app mode matches the right API route.");
        generation.answer(call, plain(call, call.json(), user, "", "WorkflowRunPayload"));
    }

    private void workflowVersion(Call call) {
        String id = call.path().getOrDefault("workflow_id", "");
        if (!Call.isUuid(id)) {
            throw new DifyError(400, "bad_request", "Invalid workflow_id format: '" + id + "'.");
        }
        if (!id.equals(call.state().workflowId().toString())) {
            throw DifyError.notFound(
                    "Workflow not found with id: " + id, call.request().path());
        }
        workflow(call);
    }

    private static GenerationRequest plain(Call call, ObjectNode body, String user, String query, String payload) {
        return new GenerationRequest(
                call.app(), query.replace("\0", ""), inputs(body, payload), user, "", streaming(body), false);
    }

    private static void requireMode(Call call, AppMode mode, String code, String message) {
        if (call.app().mode() != mode) {
            throw new DifyError(400, code, message);
        }
    }

    private static ObjectNode inputs(ObjectNode body, String payload) {
        if (body.path("inputs") instanceof ObjectNode inputs) {
            return inputs;
        }
        throw DifyError.missingField(payload, "inputs");
    }

    /** Not asking for a stream means not getting one. */
    private static boolean streaming(ObjectNode body) {
        JsonNode mode = body.path("response_mode");
        return switch (mode.isNull() ? "" : mode.asText()) {
            case "streaming" -> true;
            case "", "blocking" -> false;
            default ->
                throw DifyError.invalidParameter("1 validation error\nresponse_mode\n"
                        + "  Input should be 'blocking' or 'streaming' [type=literal_error]");
        };
    }

    private void stopChat(Call call) {
        String user = call.bodyUser();
        call.requireConversing();
        stop(call, user);
    }

    private void stopCompletion(Call call) {
        String user = call.bodyUser();
        requireMode(
                call, AppMode.COMPLETION, "app_unavailable", "App unavailable, please check your app configurations.");
        stop(call, user);
    }

    private void stopWorkflow(Call call) {
        String user = call.bodyUser();
        requireMode(
                call,
                AppMode.WORKFLOW,
                "not_workflow_app",
                "Please check if your app mode matches the right API route.");
        stop(call, user);
    }

    /** Always a success, even for a task nobody knows. Graphs do not look at the user. */
    private static void stop(Call call, String user) {
        Optional<Run> run = call.state().tasks().find(call.path().getOrDefault("task_id", ""));
        run.filter(found -> found.mode().runsGraph() || found.request().user().equals(user))
                .ifPresent(found -> found.signals().stop());
        call.answerSuccess();
    }
}
