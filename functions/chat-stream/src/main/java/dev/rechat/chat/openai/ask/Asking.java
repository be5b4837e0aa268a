package dev.rechat.chat.openai.ask;

import dev.rechat.chat.app.EnabledApps;
import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.file.Enclosure;
import dev.rechat.chat.json.StoredJson;
import dev.rechat.chat.openai.answer.AnswerForms;
import dev.rechat.chat.openai.answer.TurnHead;
import dev.rechat.chat.openai.place.Chat;
import dev.rechat.chat.openai.place.Place;
import dev.rechat.chat.openai.place.Places;
import dev.rechat.chat.openai.request.CompletionRequest;
import dev.rechat.chat.openai.request.Dialogue;
import dev.rechat.chat.openai.request.Dialogues;
import dev.rechat.chat.turn.Caller;
import dev.rechat.chat.turn.IdempotencyKey;
import dev.rechat.chat.turn.StartTurn;
import dev.rechat.chat.turn.Telling;
import dev.rechat.chat.turn.TurnReading;
import dev.rechat.chat.turn.TurnStarts;
import dev.rechat.dify.DifyMode;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.hash.Sha256;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks what a program asks: finds the app and the place, and starts a turn there. */
@Singleton
public final class Asking {

    private final EnabledApps apps;
    private final Places places;
    private final TurnStarts turns;
    private final TurnReading reading;
    private final LeftTurns left;
    private final AnswerForms forms;
    private final StoredJson json;

    Asking(
            EnabledApps apps,
            Places places,
            TurnStarts turns,
            TurnReading reading,
            LeftTurns left,
            AnswerForms forms,
            StoredJson json) {
        this.apps = apps;
        this.places = places;
        this.turns = turns;
        this.reading = reading;
        this.left = left;
        this.forms = forms;
        this.json = json;
    }

    /**
     * Blocks until Dify has accepted the question.
     *
     * @param chat null when the program names none
     * @throws dev.rechat.kernel.error.AppException when the question cannot be asked
     */
    public Asked ask(
            UserId user,
            CompletionRequest request,
            @Nullable Chat chat,
            @Nullable String idempotencyKey,
            Caller caller) {
        Dialogue dialogue = Dialogues.read(request);
        List<Enclosure> enclosures = dialogue.enclosures();
        App app = apps.find(user, request.app()).orElseThrow(() -> unknown(request.model()));
        boolean aside = request.stateless() || dialogue.isSideRequest();
        Question question = new Question(user, app, request, dialogue, enclosures, aside ? null : chat, aside, false);
        TurnFeed feed = startAfterLeft(question, idempotencyKey, caller);
        return new Asked(feed, forms.head(feed).orElseGet(() -> repeated(user, idempotencyKey)));
    }

    private TurnFeed startAfterLeft(Question question, @Nullable String idempotencyKey, Caller caller) {
        try {
            return start(question, idempotencyKey, caller);
        } catch (RefusedException running) {
            if (running.code() != ErrorCode.TURN_RUNNING) {
                throw running;
            }
            if (question.chat() == null) {
                return start(question.elsewhere(), idempotencyKey, caller);
            }
            if (!left.end(running.members().get("turn_id"), question.user())) {
                throw running;
            }
            return start(question, idempotencyKey, caller);
        }
    }

    private TurnHead repeated(UserId user, @Nullable String idempotencyKey) {
        TurnId named = Objects.requireNonNull(IdempotencyKey.turn(user, null, idempotencyKey));
        return new TurnHead(named, reading.require(named, user).conversationId(), false);
    }

    /** @param feed of the turn, from its beginning */
    public record Asked(TurnFeed feed, TurnHead head) {}

    /** A model that there is none of for this person. */
    public static RefusedException unknown(String model) {
        return new RefusedException(
                ErrorCode.NOT_FOUND, "there is no model " + model + " for this key", Map.of("model", model));
    }

    private record Question(
            UserId user,
            App app,
            CompletionRequest request,
            Dialogue dialogue,
            List<Enclosure> enclosures,
            @Nullable Chat chat,
            boolean aside,
            boolean alone) {

        /** The same in a conversation of its own: nothing but what was said has made it go on in the other one. */
        Question elsewhere() {
            return new Question(user, app, request, dialogue, enclosures, chat, aside, true);
        }
    }

    private Place place(Question asked) {
        if (asked.aside()) {
            return Places.aside();
        }
        return asked.alone()
                ? Places.alone()
                : places.find(asked.user(), asked.app().id(), asked.dialogue(), asked.chat());
    }

    private TurnFeed start(Question asked, @Nullable String idempotencyKey, Caller caller) {
        Dialogue dialogue = asked.dialogue();
        Place place = place(asked);
        StartTurn start = new StartTurn(
                asked.app().id().toString(),
                place.again() ? null : dialogue.question(),
                place.conversation(),
                asked.request().metadata("inputs"),
                List.of(),
                place.parent(),
                null,
                place.temporary() ? true : null);
        boolean remembers = DifyMode.of(asked.app().mode()).remembers();
        Telling telling = new Telling(
                dialogue.system(),
                place.systemKnown() && remembers,
                remembers ? dialogue.history() : null,
                place.again() ? List.of() : asked.enclosures(),
                Sha256.hex(asked.chat() + json.write(asked.request())),
                turn -> {
                    if (!asked.aside()) {
                        places.remember(turn, dialogue, asked.chat());
                    }
                });
        return turns.start(asked.user(), start, idempotencyKey, telling, caller);
    }
}
