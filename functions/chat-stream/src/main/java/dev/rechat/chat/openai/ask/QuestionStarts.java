package dev.rechat.chat.openai.ask;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.openai.place.Place;
import dev.rechat.chat.openai.place.Places;
import dev.rechat.chat.openai.request.Dialogue;
import dev.rechat.chat.turn.Caller;
import dev.rechat.chat.turn.StartTurn;
import dev.rechat.chat.turn.Telling;
import dev.rechat.chat.turn.TurnStarts;
import dev.rechat.dify.DifyMode;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts turns for what programs ask, each where it stands. */
@Singleton
final class QuestionStarts {

    private final Places places;
    private final TurnStarts turns;
    private final LeftTurns left;

    QuestionStarts(Places places, TurnStarts turns, LeftTurns left) {
        this.places = places;
        this.turns = turns;
        this.left = left;
    }

    /** Where another one runs, it is waited for, or gone round. @throws RefusedException {@code turn_running} when it stays */
    TurnFeed startAfterOther(Question question, @Nullable String idempotencyKey, Caller caller) {
        try {
            return start(question, idempotencyKey, caller);
        } catch (RefusedException running) {
            if (running.code() != ErrorCode.TURN_RUNNING) {
                throw running;
            }
            if (question.chat() == null) {
                // Nothing but what was said has made it go on in the other one.
                return start(question.at(Places.alone()), idempotencyKey, caller);
            }
            if (!left.end(running.members().get("turn_id"), question.user())) {
                throw running;
            }
            return start(question, idempotencyKey, caller);
        }
    }

    /** @throws RefusedException {@code turn_running} when another one runs there */
    TurnFeed start(Question asked, @Nullable String idempotencyKey, Caller caller) {
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
                asked.body(),
                turn -> {
                    if (!asked.aside()) {
                        places.remember(turn, dialogue, asked.chat(), asked.attempt());
                    }
                });
        return turns.start(asked.user(), start, idempotencyKey, telling, caller);
    }

    private Place place(Question asked) {
        if (asked.aside()) {
            return Places.aside();
        }
        return asked.certain() != null
                ? asked.certain()
                : places.find(asked.user(), asked.app().id(), asked.dialogue(), asked.chat());
    }
}
