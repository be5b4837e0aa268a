package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One question with its answer.
 *
 * @param conversationId empty in completion apps
 * @param rating {@code like}, {@code dislike} or nothing
 * @param forms what people were asked meanwhile
 * @param error why there is no proper answer, if so
 */
record Message(
        String id,
        String conversationId,
        String user,
        ObjectNode inputs,
        String query,
        String answer,
        Instant createdAt,
        List<UploadedFile> files,
        ArrayNode thoughts,
        ArrayNode citations,
        Optional<Feedback> feedback,
        Optional<String> error,
        ArrayNode forms,
        boolean paused) {

    private static final String NO_PARENT = "00000000-0000-0000-0000-000000000000";

    record Feedback(String id, String rating, String content, Instant at) {}

    Message rated(Optional<Feedback> newFeedback) {
        return new Message(
                id,
                conversationId,
                user,
                inputs,
                query,
                answer,
                createdAt,
                files,
                thoughts,
                citations,
                newFeedback,
                error,
                forms,
                paused);
    }

    Message answered(String newAnswer, ArrayNode newThoughts, ArrayNode newCitations, Optional<String> newError) {
        return new Message(
                id,
                conversationId,
                user,
                inputs,
                query,
                newAnswer,
                createdAt,
                files,
                newThoughts,
                newCitations,
                feedback,
                newError,
                forms,
                false);
    }

    /** @param newForms what is to be told about all forms so far */
    Message waiting(ArrayNode newForms, boolean stillPaused) {
        return new Message(
                id,
                conversationId,
                user,
                inputs,
                query,
                answer,
                createdAt,
                files,
                thoughts,
                citations,
                feedback,
                error,
                newForms,
                stillPaused);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("conversation_id", conversationId)
                .put("parent_message_id", NO_PARENT);
        json.set("inputs", inputs);
        json.put("query", query).put("answer", answer);
        json.set(
                "feedback",
                feedback.map(given -> Json.object().put("rating", given.rating()))
                        .orElse(null));
        json.set("retriever_resources", citations);
        json.put("created_at", createdAt.getEpochSecond());
        json.set("agent_thoughts", thoughts);
        ArrayNode messageFiles = json.putArray("message_files");
        files.forEach(file -> messageFiles.add(file.toMessageFile()));
        json.put("status", error.isPresent() ? "error" : paused ? "paused" : "normal")
                .put("error", error.orElse(null));
        return json.set("extra_contents", forms);
    }
}
