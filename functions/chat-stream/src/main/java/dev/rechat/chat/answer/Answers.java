package dev.rechat.chat.answer;

import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Finds the answers that a person was given. */
@Singleton
public final class Answers {

    private final MessageRepository messages;
    private final TurnRepository turns;
    private final AppRepository apps;
    private final ConversationRepository conversations;
    private final Clock clock;

    Answers(
            MessageRepository messages,
            TurnRepository turns,
            AppRepository apps,
            ConversationRepository conversations,
            Clock clock) {
        this.messages = messages;
        this.turns = turns;
        this.apps = apps;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** @throws NotFoundException when there is no such answer, it is another person's, or conversation or app are gone */
    public Answer require(MessageId id, UserId owner) {
        Message message = messages.findOwned(id, owner)
                .filter(found -> found.role() == MessageRole.ASSISTANT)
                .filter(found -> conversations
                        .findPresent(found.conversationId(), owner, clock.instant())
                        .isPresent())
                .orElseThrow(() -> new NotFoundException("answer"));
        Turn turn = turns.findOwned(message.turnId(), owner).orElseThrow(() -> new NotFoundException("answer"));
        App app = apps.findById(turn.appId()).orElseThrow(() -> new NotFoundException("answer"));
        return new Answer(message, app, turn.difyMessageId());
    }
}
