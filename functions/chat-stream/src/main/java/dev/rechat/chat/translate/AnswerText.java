package dev.rechat.chat.translate;

import dev.rechat.chat.event.TurnEvent;
import java.util.List;

/** The answer as it grows, and what its readers are told of that. */
final class AnswerText {

    private final StringBuilder text;

    /** @param earlier what readers have already */
    AnswerText(String earlier) {
        text = new StringBuilder(earlier);
    }

    List<TurnEvent> append(String more) {
        if (more.isEmpty()) {
            return List.of();
        }
        text.append(more);
        return List.of(new TurnEvent.Delta(more));
    }

    List<TurnEvent> replace(String whole, String reason) {
        text.setLength(0);
        text.append(whole);
        return List.of(new TurnEvent.Replace(whole, reason));
    }

    /** The stored answer of a running chatflow, which may be older than what has been told. */
    List<TurnEvent> catchUp(String stored) {
        return stored.length() <= text.length() && text.indexOf(stored) == 0 ? List.of() : correct(stored);
    }

    /** The answer as it is known to be; nothing is told when readers have it. */
    List<TurnEvent> correct(String whole) {
        return whole.startsWith(text.toString()) ? append(whole.substring(text.length())) : replace(whole, "caught_up");
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
