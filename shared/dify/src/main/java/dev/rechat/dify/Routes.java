package dev.rechat.dify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Paths below the base URL. */
final class Routes {

    static final String PARAMETERS = "parameters";
    static final String INFO = "info";

    private Routes() {}

    static String generate(DifyRequest request) {
        return switch (request) {
            case DifyRequest.Chat ignored -> "chat-messages";
            case DifyRequest.Completion ignored -> "completion-messages";
            case DifyRequest.Workflow ignored -> "workflows/run";
        };
    }

    static String stop(DifyMode mode, String taskId) {
        String task = URLEncoder.encode(taskId, StandardCharsets.UTF_8).replace("+", "%20");
        return switch (mode) {
            case CHAT, AGENT_CHAT, ADVANCED_CHAT, AGENT -> "chat-messages/" + task + "/stop";
            case COMPLETION -> "completion-messages/" + task + "/stop";
            case WORKFLOW -> "workflows/tasks/" + task + "/stop";
            case UNKNOWN -> throw new IllegalArgumentException("an app of unknown mode cannot be stopped");
        };
    }
}
