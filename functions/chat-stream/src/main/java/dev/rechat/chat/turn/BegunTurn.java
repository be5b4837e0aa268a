package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import org.jspecify.annotations.Nullable;

/**
 * A turn whose question is stored.
 *
 * @param question the words to send
 * @param title of the conversation that was made for it; null when it continues one
 */
record BegunTurn(
        Turn turn, App app, String question, @Nullable String title) {

    TurnEvent.Turn announcement() {
        return announcement(turn);
    }

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
