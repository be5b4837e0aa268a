package dev.rechat.dify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Paths below the base URL. */
final class Routes {

    static final String PARAMETERS = "parameters";
    static final String INFO = "info";
    static final String UPLOAD = "files/upload";
    static final String TRANSCRIBE = "audio-to-text";
    static final String SPEAK = "text-to-audio";

    private Routes() {}

    static String generate(DifyRequest request) {
        return switch (request) {
            case DifyRequest.Chat ignored -> "chat-messages";
            case DifyRequest.Completion ignored -> "completion-messages";
            case DifyRequest.Workflow ignored -> "workflows/run";
        };
    }

    static String stop(DifyMode mode, String taskId) {
        String task = segment(taskId);
        return switch (mode) {
            case CHAT, AGENT_CHAT, ADVANCED_CHAT, AGENT -> "chat-messages/" + task + "/stop";
            case COMPLETION -> "completion-messages/" + task + "/stop";
            case WORKFLOW -> "workflows/tasks/" + task + "/stop";
            case UNKNOWN -> throw new IllegalArgumentException("an app of unknown mode cannot be stopped");
        };
    }

    static String run(String runId) {
        return "workflows/run/" + segment(runId);
    }

    /** Times are read by Dify as ISO 8601, with their zone. */
    static String runLogs(@Nullable Instant after, @Nullable Instant before, int page, int limit) {
        return "workflows/logs?page=" + page + "&limit=" + limit
                + (after == null ? "" : "&created_at__after=" + encoded(after.toString()))
                + (before == null ? "" : "&created_at__before=" + encoded(before.toString()));
    }

    /** The path has the singular here, and the run's id although Dify calls it a task. */
    static String runEvents(String runId, String user, boolean snapshot) {
        return "workflow/" + segment(runId) + "/events?user=" + encoded(user)
                + (snapshot ? "&include_state_snapshot=true" : "");
    }

    static String form(String formToken) {
        return "form/human_input/" + segment(formToken);
    }

    static String preview(String fileId, String user) {
        return "files/" + segment(fileId) + "/preview?user=" + encoded(user);
    }

    static String suggestions(String messageId, String user) {
        return "messages/" + segment(messageId) + "/suggested?user=" + encoded(user);
    }

    static String rating(String messageId) {
        return "messages/" + segment(messageId) + "/feedbacks";
    }

    static String conversation(String conversationId) {
        return "conversations/" + segment(conversationId);
    }

    static String name(String conversationId) {
        return conversation(conversationId) + "/name";
    }

    // Ids come from outside; one that is a step in a path would address another route.
    private static String segment(String id) {
        if (id.isBlank() || id.equals(".") || id.equals("..")) {
            throw new IllegalArgumentException("no id");
        }
        return encoded(id);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
