package dev.rechat.chat.turn;

import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.form.TurnForms;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.conversation.Conversation;
import dev.rechat.persistence.conversation.Message;
import dev.rechat.persistence.conversation.MessageRepository;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnForm;
import dev.rechat.persistence.turn.TurnRepository;
import dev.rechat.usage.budget.Budgets;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Begins turns, each in one transaction. */
@Singleton
class TurnBeginnings {

    private final TurnConversations conversations;
    private final MessageRepository messages;
    private final TurnRepository turns;
    private final Branches branches;
    private final RunningLimits limits;
    private final MessageFiles files;
    private final TurnForms forms;
    private final Budgets budgets;
    private final TurnRows rows;
    private final Clock clock;

    TurnBeginnings(
            TurnConversations conversations,
            MessageRepository messages,
            TurnRepository turns,
            Branches branches,
            RunningLimits limits,
            MessageFiles files,
            TurnForms forms,
            Budgets budgets,
            TurnRows rows,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.turns = turns;
        this.branches = branches;
        this.limits = limits;
        this.files = files;
        this.forms = forms;
        this.budgets = budgets;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Stores the question, a place for the answer, and the turn.
     *
     * @throws NotFoundException when the conversation is not this person's
     * @throws dev.rechat.persistence.database.DuplicateKeyException when the turn exists or the conversation has a
     *     running one
     * @throws dev.rechat.kernel.error.RefusedException {@code rate_limited}, {@code budget_exhausted}; nothing is stored then
     */
    @Transactional
    public BegunTurn begin(Question asked) {
        Instant now = clock.instant();
        limits.check(asked.user(), asked.app().id(), now);
        ConversationId wanted = asked.conversationId();
        Conversation conversation =
                wanted == null ? conversations.create(asked, now) : conversations.hold(asked, wanted, now);
        Branch place = wanted == null
                ? branches.beginning(asked.parentMessageId())
                : branches.find(wanted, asked.user(), asked.parentMessageId());
        Telling telling = asked.telling();
        boolean systemInput = asked.prepared().system() != null;
        boolean anew = telling.anew(place, systemInput);
        Branch branch = anew ? place.anew() : place;
        Message again = branch.question();
        String text = asked.textOr(again);
        Turn turn = rows.turn(asked, conversation.id(), branch, now);
        turns.save(turn);
        if (again == null) {
            messages.save(TurnRows.question(turn, branch.parent(), text));
            files.attach(asked.user(), turn.userMessageId(), asked.files());
            files.keep(asked.user(), turn.userMessageId(), asked.prepared().enclosed());
        }
        messages.save(TurnRows.answer(turn));
        if (wanted == null && asked.prepared().fromForm() && asked.prepared().inputs() != null) {
            conversations.remember(conversation, asked.prepared().inputs());
        }
        String words = telling.words(text, anew, systemInput);
        BegunTurn begun = new BegunTurn(
                turn,
                asked.app(),
                words,
                words.equals(text),
                wanted == null ? null : conversations.inputs(wanted, asked.user()),
                again == null ? List.of() : files.carriedBy(asked.user(), again.id()),
                branch.untold(),
                anew && telling.retells(),
                wanted == null ? conversation.title() : null);
        telling.alongside().accept(turn);
        reserve(turn);
        return begun;
    }

    /** Last: others wait for the counters until this transaction ends. */
    private void reserve(Turn turn) {
        budgets.reserve(turn.id(), turn.userId(), turn.appId(), turn.createdAt());
    }

    /**
     * Begins the turn that goes on with a paused one: it answers the same question in the same place.
     *
     * @return empty when somebody else has filled in the form
     * @throws NotFoundException when the conversation lies in the trash
     */
    @Transactional
    public Optional<Turn> goOn(Turn paused, TurnId id, String hash, TurnForm form) {
        Instant now = clock.instant();
        limits.check(paused.userId(), paused.appId(), now);
        conversations.hold(paused.conversationId(), paused.userId(), now);
        if (!forms.close(form)) {
            return Optional.empty();
        }
        Turn turn = rows.goingOn(paused, id, hash, now);
        turns.save(turn);
        messages.continueIn(paused.assistantMessageId(), paused.userId(), id);
        reserve(turn);
        return Optional.of(turn);
    }
}
