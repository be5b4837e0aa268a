package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.turn.Turn;

/** A turn whose question is stored. @param fresh whether the conversation was made for it */
record BegunTurn(Turn turn, Conversation conversation, boolean fresh) {

    TurnEvent.Turn announcement() {
        return new TurnEvent.Turn(
                turn.id(),
                turn.conversationId(),
                turn.userMessageId(),
                turn.assistantMessageId(),
                turn.appId(),
                turn.createdAt());
    }
}
