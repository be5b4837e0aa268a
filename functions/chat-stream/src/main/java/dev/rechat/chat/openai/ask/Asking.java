package dev.rechat.chat.openai.ask;

import dev.rechat.chat.app.EnabledApps;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.file.Enclosure;
import dev.rechat.chat.json.StoredJson;
import dev.rechat.chat.openai.answer.AnswerForms;
import dev.rechat.chat.openai.answer.TurnHead;
import dev.rechat.chat.openai.place.Attempt;
import dev.rechat.chat.openai.place.Attempts;
import dev.rechat.chat.openai.place.Chat;
import dev.rechat.chat.openai.place.Place;
import dev.rechat.chat.openai.request.CompletionRequest;
import dev.rechat.chat.openai.request.Dialogue;
import dev.rechat.chat.openai.request.Dialogues;
import dev.rechat.chat.turn.Caller;
import dev.rechat.chat.turn.IdempotencyKey;
import dev.rechat.chat.turn.TurnReading;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.hash.Sha256;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.web.user.CurrentUser;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks what a program asks: finds the app and the place, and starts a turn there. */
@Singleton
public final class Asking {

    private static final int FIRST = 1;

    private final EnabledApps apps;
    private final Attempts attempts;
    private final QuestionStarts starts;
    private final TurnReading reading;
    private final LeftTurns left;
    private final AnswerForms forms;
    private final StoredJson json;

    Asking(
            EnabledApps apps,
            Attempts attempts,
            QuestionStarts starts,
            TurnReading reading,
            LeftTurns left,
            AnswerForms forms,
            StoredJson json) {
        this.apps = apps;
        this.attempts = attempts;
        this.starts = starts;
        this.reading = reading;
        this.left = left;
        this.forms = forms;
        this.json = json;
    }

    /**
     * Whether a request may have come before.
     *
     * @param idempotencyKey the program's name for it; null for none
     * @param retried whether it says that it is made again
     */
    public record Repetition(@Nullable String idempotencyKey, boolean retried) {}

    /**
     * Blocks until Dify has accepted the question. One that came before and has an answer, or is to get one, is given that.
     *
     * @param chat null when the program names none
     * @throws dev.rechat.kernel.error.AppException when the question cannot be asked
     */
    public Asked ask(
            CurrentUser who, CompletionRequest request, @Nullable Chat chat, Repetition repetition, Caller caller) {
        UserId user = who.id();
        Dialogue dialogue = Dialogues.read(request);
        List<Enclosure> enclosures = dialogue.enclosures();
        App app = apps.find(user, request.app()).orElseThrow(() -> unknown(request.model()));
        boolean aside = request.stateless() || dialogue.isSideRequest();
        Chat named = aside ? null : chat;
        String body = named + json.write(request);
        Question question = new Question(
                user,
                app,
                request,
                dialogue,
                enclosures,
                named,
                aside,
                Sha256.hex(body),
                Sha256.hex(who.keyId() + "\n" + body),
                null);
        String key = repetition.idempotencyKey();
        return repetition.retried() && key == null && !aside
                ? askAgain(question, caller)
                : asked(question, starts.startAfterOther(question, key, caller), key);
    }

    private Asked asked(Question question, TurnFeed feed, @Nullable String idempotencyKey) {
        TurnHead head = forms.head(feed).orElseGet(() -> repeated(question.user(), idempotencyKey));
        int attempt = idempotencyKey == null ? FIRST : attempts.join(head.turn(), question.user());
        return new Asked(feed, head, attempt);
    }

    private Asked askAgain(Question question, Caller caller) {
        Attempt before = before(question);
        if (before == null) {
            return asked(question, starts.startAfterOther(question, null, caller), null);
        }
        try {
            return askAfter(before, question, caller);
        } catch (RefusedException running) {
            // Either another attempt was quicker, or what was to be stopped runs still.
            Attempt now = running.code() == ErrorCode.TURN_RUNNING ? before(question) : null;
            if (now == null
                    || now instanceof Attempt.Failed
                            && !left.end(running.members().get("turn_id"), question.user())) {
                throw running;
            }
            return askAfter(now, question, caller);
        }
    }

    private @Nullable Attempt before(Question question) {
        return attempts.find(question.user(), question.app().id(), question.dialogue(), question.attempt())
                .orElse(null);
    }

    private Asked askAfter(Attempt before, Question question, Caller caller) {
        return switch (before) {
            case Attempt.Failed(Place place) -> asked(question, starts.start(question.at(place), null, caller), null);
            case Attempt.Answered(TurnId turn, ConversationId conversation) -> {
                int attempt = attempts.join(turn, question.user());
                TurnFeed feed = reading.after(reading.require(turn, question.user()), 0, caller)
                        .feed();
                TurnHead head = forms.head(feed).orElseGet(() -> new TurnHead(turn, conversation, false));
                yield new Asked(feed, head, attempt);
            }
        };
    }

    private TurnHead repeated(UserId user, @Nullable String idempotencyKey) {
        TurnId named = Objects.requireNonNull(IdempotencyKey.turn(user, null, idempotencyKey));
        return new TurnHead(named, reading.require(named, user).conversationId(), false);
    }

    /**
     * @param feed of the turn, from its beginning
     * @param attempt which of the program's attempts this is, as far as they have been given the same turn
     */
    public record Asked(TurnFeed feed, TurnHead head, int attempt) {}

    /** A model that there is none of for this person. */
    public static RefusedException unknown(String model) {
        return new RefusedException(
                ErrorCode.NOT_FOUND, "there is no model " + model + " for this key", Map.of("model", model));
    }
}
