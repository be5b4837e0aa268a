package dev.rechat.chat.turn;

import dev.rechat.chat.json.StoredJson;
import dev.rechat.chat.title.ConversationTitle;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.ConversationRepository;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The conversations that turns begin in: found and held, or made. Each method is part of the caller's transaction. */
@Singleton
class TurnConversations {

    private final ConversationRepository conversations;
    private final StoredJson inputs;
    private final IdGenerator ids;
    private final Clock clock;

    TurnConversations(ConversationRepository conversations, StoredJson inputs, IdGenerator ids, Clock clock) {
        this.conversations = conversations;
        this.inputs = inputs;
        this.ids = ids;
        this.clock = clock;
    }

    /** A new one. */
    Conversation create(Question asked, Instant now) {
        String title = ConversationTitle.of(asked.textOr(null));
        Conversation begun = Conversation.begun(
                ids.nextConversationId(), asked.user(), asked.app().id(), title, now);
        return conversations.save(asked.temporary() ? begun.temporarily() : begun);
    }

    /**
     * The one that was asked in, which stays until the transaction ends.
     *
     * @throws NotFoundException when it is not this person's, or lies in the trash
     * @throws ValidationException when it is no place for this question
     */
    Conversation hold(Question asked, ConversationId id, Instant now) {
        Conversation conversation = require(id, asked.user());
        if (asked.temporary()) {
            throw new ValidationException("temporary", "invalid", "is said when a conversation begins");
        }
        if (!conversation.appId().equals(asked.app().id())) {
            throw new ValidationException("app_id", "other_app", "the conversation belongs to another app");
        }
        touch(id, asked.user(), now);
        return conversation;
    }

    /** The same for a question that stands there already. */
    void hold(ConversationId id, UserId owner, Instant now) {
        require(id, owner);
        touch(id, owner, now);
    }

    /** What the input form of a conversation was filled in with when it began; null for none. */
    @Nullable
    JsonNode inputs(ConversationId id, UserId owner) {
        return conversations.findInputs(id, owner).map(inputs::read).orElse(null);
    }

    /** Keeps that. */
    void remember(Conversation conversation, JsonNode filledIn) {
        conversations.rememberInputs(conversation.id(), conversation.userId(), inputs.write(filledIn));
    }

    private Conversation require(ConversationId id, UserId owner) {
        return conversations
                .findPresent(id, owner, clock.instant())
                .orElseThrow(() -> new NotFoundException("conversation"));
    }

    /** It may have gone into the trash since it was found. */
    private void touch(ConversationId id, UserId owner, Instant now) {
        if (conversations.touch(id, owner, now) == 0) {
            throw new NotFoundException("conversation");
        }
    }
}
