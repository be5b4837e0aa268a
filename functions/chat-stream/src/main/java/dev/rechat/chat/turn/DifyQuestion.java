package dev.rechat.chat.turn;

import dev.rechat.conversations.dify.DifyTargets;
import dev.rechat.dify.DifyApp;
import dev.rechat.dify.DifyClient;
import dev.rechat.dify.DifyInputFile;
import dev.rechat.dify.DifyMode;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyRequest;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks Dify: by the app's mode, as the user that we name. */
@Singleton
final class DifyQuestion {

    private final DifyClient dify;
    private final DifyTargets targets;

    DifyQuestion(DifyClient dify, DifyTargets targets) {
        this.dify = dify;
        this.targets = targets;
    }

    /**
     * Returns when Dify has accepted. A thread that Dify has lost is begun anew, which shows in the events' ids.
     *
     * @param traceId that Dify is to know it by; null for none
     * @param sending is told right before
     * @throws dev.rechat.dify.DifyException when Dify does not take it, or could not be asked what it takes
     */
    DifyStream ask(BegunTurn begun, Prepared prepared, @Nullable String traceId, Runnable sending) {
        if (prepared.unasked() != null) {
            throw prepared.unasked();
        }
        DifyApp target = targets.of(begun.app());
        String thread = begun.turn().difyConversationId();
        DifyRequest request = request(begun, prepared, thread);
        sending.run();
        try {
            return dify.stream(target, request, traceId);
        } catch (DifyRejectedException rejected) {
            if (thread == null || !rejected.conversationNotFound()) {
                throw rejected;
            }
            return dify.stream(target, request(begun, prepared, null), traceId);
        }
    }

    private static DifyRequest request(BegunTurn begun, Prepared prepared, @Nullable String thread) {
        String question = begun.question();
        JsonNode inputs = prepared.inputsFor(question, begun.storedInputs());
        String user = begun.turn().userId().toString();
        List<DifyInputFile> files = begun.storedFiles().isEmpty() ? prepared.allFiles() : begun.storedFiles();
        return switch (DifyMode.of(begun.app().mode())) {
            case CHAT, AGENT_CHAT, ADVANCED_CHAT, AGENT ->
                new DifyRequest.Chat(question, inputs, user, thread, files, false);
            case COMPLETION -> new DifyRequest.Completion(inputs, user, files, question);
            case WORKFLOW -> new DifyRequest.Workflow(inputs, user, files);
            case UNKNOWN ->
                throw new RefusedException(ErrorCode.APP_UNAVAILABLE, "the app is of a kind that cannot be used here");
        };
    }
}
