package dev.rechat.chat.turn;

import dev.rechat.chat.app.DifyTargets;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyRequest;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.persistence.app.App;
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

    DifyRequest of(BegunTurn begun, @Nullable JsonNode inputs) {
        App app = begun.app();
        JsonNode given = Objects.requireNonNullElseGet(inputs, DifyRequest::noInputs);
        String user = begun.turn().userId().toString();
        return switch (DifyMode.of(app.mode())) {
            case CHAT, AGENT_CHAT, ADVANCED_CHAT, AGENT ->
                new DifyRequest.Chat(
                        begun.question(), given, user, begun.turn().difyConversationId(), List.of(), false);
            case COMPLETION -> new DifyRequest.Completion(given, user, List.of(), begun.question());
            case WORKFLOW ->
                new DifyRequest.Workflow(
                        workflowInputs.with(begun.question(), given, targets.of(app)), user, List.of());
            case UNKNOWN ->
                throw new RefusedException(ErrorCode.APP_UNAVAILABLE, "the app is of a kind that cannot be used here");
        };
    }
}
