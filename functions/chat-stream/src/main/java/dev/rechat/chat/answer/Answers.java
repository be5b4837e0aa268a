package dev.rechat.chat.answer;

import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.app.AppRepository;
import dev.rechat.persistence.app.VisibleAppRepository;
import dev.rechat.persistence.conversation.ConversationRepository;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.conversation.MessageRole;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Finds the answers that a person was given. */
@Singleton
public final class Answers {

    private final MessageRepository messages;
    private final TurnRepository turns;
    private final AppRepository apps;
    private final VisibleAppRepository shown;
    private final ConversationRepository conversations;
    private final Clock clock;

    Answers(
            MessageRepository messages,
            TurnRepository turns,
            AppRepository apps,
            VisibleAppRepository shown,
            ConversationRepository conversations,
            Clock clock) {
        this.messages = messages;
        this.turns = turns;
        this.apps = apps;
        this.shown = shown;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** @throws NotFoundException when there is no such answer, it is another person's, or conversation or app are gone */
    public Answer require(MessageId id, UserId owner) {
        return find(id, owner, apps::findById);
    }

    /**
     * An answer that its app can be asked about once more.
     *
     * @throws NotFoundException also when the app is not there for the owner any more
     */
    public Answer requireAskable(MessageId id, UserId owner) {
        return find(id, owner, app -> shown.find(app, owner));
    }

    private Answer find(MessageId id, UserId owner, Function<AppId, Optional<App>> apps) {
        Message message = messages.findOwned(id, owner)
                .filter(found -> found.role() == MessageRole.ASSISTANT)
                .filter(found -> conversations
                        .findPresent(found.conversationId(), owner, clock.instant())
                        .isPresent())
                .orElseThrow(() -> new NotFoundException("answer"));
        Turn turn = turns.findOwned(message.turnId(), owner).orElseThrow(() -> new NotFoundException("answer"));
        App app = apps.apply(turn.appId()).orElseThrow(() -> new NotFoundException("answer"));
        return new Answer(message, app, turn.difyMessageId());
    }
}
