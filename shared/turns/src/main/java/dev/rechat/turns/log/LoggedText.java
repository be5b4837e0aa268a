package dev.rechat.turns.log;

import java.util.function.UnaryOperator;

/** The answer as the readers of a log know it. Not thread-safe. */
public final class LoggedText {

    private final UnaryOperator<String> textOf;
    private final StringBuilder text = new StringBuilder();

    /** @param textOf the member {@code text} of an event's data */
    public LoggedText(UnaryOperator<String> textOf) {
        this.textOf = textOf;
    }

    /** Goes on with an event; one that does not tell of text changes nothing. */
    public void take(Frame frame) {
        switch (frame.name()) {
            case "delta" -> text.append(textOf.apply(frame.data()));
            case "replace" -> {
                text.setLength(0);
                text.append(textOf.apply(frame.data()));
            }
            default -> {}
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
