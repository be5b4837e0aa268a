package dev.rechat.chat.openai.place;

import dev.rechat.chat.openai.request.Dialogue;
import dev.rechat.chat.openai.request.Said;
import dev.rechat.kernel.hash.Sha256;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.openai.ApiTurn;
import dev.rechat.persistence.openai.ApiTurnRepository;
import dev.rechat.persistence.openai.ChatSessionRepository;
import dev.rechat.persistence.openai.SaidAnswer;
import dev.rechat.persistence.turn.Turn;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a question stands of which is known what was said before it: by the name of its chat where it has one, and by
 * what was said. Nothing is kept in memory, so it is the same on every instance and after a restart.
 */
@Singleton
public final class Places {

    private static final MessageId BEGINNING = new MessageId(new UUID(0, 0));

    /** How many answers to the same words are looked at; the same beginning is common, the same history is not. */
    private static final int CANDIDATES = 20;

    private final ChatSessionRepository sessions;
    private final ApiTurnRepository turns;
    private final MessageRepository messages;
    private final Clock clock;

    Places(ChatSessionRepository sessions, ApiTurnRepository turns, MessageRepository messages, Clock clock) {
        this.sessions = sessions;
        this.turns = turns;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param chat null when it has no name */
    public Place find(UserId user, AppId app, Dialogue dialogue, @Nullable Chat chat) {
        if (chat == null) {
            return dialogue.before().isEmpty()
                    ? Place.NEW
                    : continued(user, app, dialogue, null).orElse(Place.NEW);
        }
        ConversationId conversation =
                sessions.find(user, app, chat.hash(), clock.instant()).orElse(null);
        if (conversation == null) {
            return Place.NEW;
        }
        return continued(user, app, dialogue, conversation)
                .or(() -> asked(user, app, dialogue, conversation))
                .orElseGet(() -> otherwise(user, dialogue, chat, conversation));
    }

    /** A question that belongs to no conversation. */
    public static Place aside() {
        return Place.ASIDE;
    }

    /** The beginning of a conversation. */
    public static Place alone() {
        return Place.NEW;
    }

    /**
     * Remembers what a question was asked with. Part of the transaction that stores it.
     *
     * @param attempt hash of the request, and of the key that it came with
     */
    public void remember(Turn turn, Dialogue dialogue, @Nullable Chat chat, String attempt) {
        String said = SaidText.hash(dialogue.before(), dialogue.asked());
        turns.save(new ApiTurn(turn.id(), turn.userId(), turn.appId(), said, systemHash(dialogue), null, attempt, 1));
        if (chat != null) {
            sessions.put(turn.userId(), turn.appId(), chat.hash(), turn.conversationId());
        }
    }

    /** The program that asked has gone. */
    public void leave(TurnId turn, UserId user) {
        turns.leave(turn, user, clock.instant());
    }

    /** Whether a program asked it, and not a person in the web app. */
    public boolean askedByProgram(TurnId turn, UserId user) {
        return turns.findOwned(turn, user).isPresent();
    }

    /** After the answer that the program has as the last one, or in place of what was asked after it in the same words. */
    private Optional<Place> continued(UserId user, AppId app, Dialogue dialogue, @Nullable ConversationId in) {
        List<Said> before = dialogue.before();
        if (before.size() < 2 || !before.getLast().byAssistant()) {
            return Optional.empty();
        }
        Said answer = before.getLast();
        String asked = SaidText.hash(before.subList(0, before.size() - 2), before.get(before.size() - 2));
        return answers(user, app, asked, in).stream()
                .filter(known -> SaidText.same(known.content(), answer.text(), known.leftAt() != null))
                .findFirst()
                .map(known -> asked(user, app, dialogue, known.conversationId())
                        .orElseGet(() -> new Place(
                                known.conversationId(),
                                known.assistantMessageId(),
                                false,
                                Objects.equals(known.systemHash(), systemHash(dialogue)),
                                false)));
    }

    /** The same question after the same history: it is to be answered again. */
    private Optional<Place> asked(UserId user, AppId app, Dialogue dialogue, ConversationId in) {
        return answers(user, app, SaidText.hash(dialogue.before(), dialogue.asked()), in).stream()
                .findFirst()
                .map(known -> new Place(in, known.userMessageId(), true, false, false));
    }

    /** The chat is known, what was said in it is not: it was edited, or the program sends a part only. */
    private Place otherwise(UserId user, Dialogue dialogue, Chat chat, ConversationId conversation) {
        if (dialogue.before().isEmpty()) {
            return chat.sendsAll()
                    ? new Place(conversation, BEGINNING, false, false, false)
                    : new Place(conversation, null, false, true, false);
        }
        Said last = dialogue.before().getLast();
        boolean newest = last.byAssistant()
                && messages.findLast(conversation, user)
                        .filter(message -> SaidText.same(message.content(), last.text(), false))
                        .isPresent();
        return new Place(conversation, newest ? null : BEGINNING, false, newest, false);
    }

    private List<SaidAnswer> answers(UserId user, AppId app, String said, @Nullable ConversationId in) {
        return turns.listAnswers(user, app, said, CANDIDATES).stream()
                .filter(known -> in == null || known.conversationId().equals(in))
                .toList();
    }

    private static @Nullable String systemHash(Dialogue dialogue) {
        return dialogue.system() == null ? null : Sha256.hex(dialogue.system());
    }
}
