package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.dify.DifyInputFile;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import io.micronaut.json.tree.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn whose question is stored.
 *
 * @param question the words to send
 * @param alone whether these are the person's, and nothing is told beside them
 * @param storedInputs of the conversation that is continued; null when it has none
 * @param storedFiles of a question that is asked again
 * @param untold whether what stands before it was never told to Dify
 * @param retold whether Dify is told as text what was said before
 * @param title of the conversation that was made for it; null when it continues one
 */
record BegunTurn(
        Turn turn,
        App app,
        String question,
        boolean alone,
        @Nullable JsonNode storedInputs,
        List<DifyInputFile> storedFiles,
        boolean untold,
        boolean retold,
        @Nullable String title) {

    static TurnEvent.Turn announcement(Turn turn) {
        return new TurnEvent.Turn(
                turn.id(),
                turn.conversationId(),
                turn.userMessageId(),
                turn.assistantMessageId(),
                turn.appId(),
                turn.createdAt());
    }
}
