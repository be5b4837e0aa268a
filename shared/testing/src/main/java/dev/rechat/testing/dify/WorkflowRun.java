package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One pass through a graph. */
record WorkflowRun(
        String id,
        UUID workflowId,
        String user,
        String status,
        ObjectNode inputs,
        ObjectNode outputs,
        Optional<String> error,
        int totalSteps,
        int totalTokens,
        Instant createdAt,
        Optional<Instant> finishedAt) {

    static WorkflowRun started(String id, UUID workflowId, String user, ObjectNode inputs, Instant at) {
        return new WorkflowRun(
                id, workflowId, user, "running", inputs, Json.object(), Optional.empty(), 0, 0, at, Optional.empty());
    }

    /** One that took a second and succeeded. */
    static WorkflowRun past(UUID workflowId, String user, Instant at) {
        return new WorkflowRun(
                UUID.randomUUID().toString(),
                workflowId,
                user,
                "succeeded",
                Json.object().put("topic", "rain in Łódź"),
                Json.object().put("text", "It rains."),
                Optional.empty(),
                3,
                42,
                at,
                Optional.of(at.plusSeconds(1)));
    }

    WorkflowRun finished(String how, ObjectNode result, Optional<String> why, int steps, int tokens) {
        return new WorkflowRun(
                id, workflowId, user, how, inputs, result, why, steps, tokens, createdAt, Optional.of(Instant.now()));
    }

    /** The run waits, or goes on: it is not over. */
    WorkflowRun being(String what, int steps, int tokens) {
        return new WorkflowRun(
                id, workflowId, user, what, inputs, outputs, error, steps, tokens, createdAt, Optional.empty());
    }

    double elapsedSeconds() {
        return Duration.between(createdAt, finishedAt.orElseGet(Instant::now)).toMillis() / 1000.0;
    }

    /** Inputs are JSON inside a string here, outputs are not. */
    ObjectNode toJson() {
        ObjectNode json = Json.object()
                .put("id", id)
                .put("workflow_id", workflowId.toString())
                .put("status", status)
                .put("inputs", Json.escaped(inputs));
        json.set("outputs", outputs);
        json.put("error", error.orElse(null))
                .put("total_steps", totalSteps)
                .put("total_tokens", totalTokens)
                .put("created_at", createdAt.getEpochSecond());
        finishedAt.ifPresentOrElse(
                at -> json.put("finished_at", at.getEpochSecond()), () -> json.putNull("finished_at"));
        return json.put("elapsed_time", elapsedSeconds());
    }

    /** The data of {@code workflow_finished}. */
    ObjectNode toFinishedEvent(AppState state, List<UploadedFile> brought) {
        ObjectNode data = toJson();
        data.remove("inputs");
        data.set("created_by", Json.object().put("id", state.endUserId(user)).put("user", user));
        ArrayNode files = data.put("exceptions_count", 0).putArray("files");
        brought.forEach(file -> files.add(file.toAnswerFile()));
        return data;
    }
}
