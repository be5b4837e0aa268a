package dev.rechat.chat.turn;

import dev.rechat.chat.app.DifyTargets;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyRequest;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.conversation.Conversation;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Dify is asked: by the app's mode, as the user that we name. */
@Singleton
final class DifyQuestion {

    private final DifyTargets targets;
    private final WorkflowInputs workflowInputs;

    DifyQuestion(DifyTargets targets, WorkflowInputs workflowInputs) {
        this.targets = targets;
        this.workflowInputs = workflowInputs;
    }

    DifyRequest of(App app, Conversation conversation, String message, @Nullable JsonNode inputs) {
        JsonNode given = Objects.requireNonNullElseGet(inputs, DifyRequest::noInputs);
        String user = conversation.userId().toString();
        return switch (DifyMode.of(app.mode())) {
            case CHAT, AGENT_CHAT, ADVANCED_CHAT, AGENT ->
                new DifyRequest.Chat(message, given, user, conversation.difyConversationId(), List.of(), false);
            case COMPLETION -> new DifyRequest.Completion(given, user, List.of(), message);
            case WORKFLOW ->
                new DifyRequest.Workflow(workflowInputs.with(message, given, targets.of(app)), user, List.of());
            case UNKNOWN ->
                throw new RefusedException(ErrorCode.APP_UNAVAILABLE, "the app is of a kind that cannot be used here");
        };
    }
}
