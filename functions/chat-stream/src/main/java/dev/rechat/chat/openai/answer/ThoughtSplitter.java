package dev.rechat.chat.openai.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts what a model thinks from what it says. Models write their thoughts between {@code <think>} and {@code </think>}; a tag counts
 * at the beginning of a line only, so that an answer may speak of it, and may be cut anywhere between two pieces.
 */
final class ThoughtSplitter {

    private static final String OPEN = "<think>";
    private static final String CLOSE = "</think>";

    private final StringBuilder waiting = new StringBuilder();
    private boolean thinking;
    private boolean justThought;
    private boolean lineBegins = true;

    List<Heard> take(String piece) {
        waiting.append(piece);
        List<Heard> heard = new ArrayList<>();
        for (boolean more = true; more; ) {
            more = thinking ? thoughts(heard) : speech(heard);
        }
        return heard;
    }

    /** What was held back because it could have been the beginning of a tag. */
    List<Heard> rest() {
        List<Heard> heard = new ArrayList<>();
        tell(waiting.length(), heard);
        return heard;
    }

    /** @return whether a tag was found and there may be more */
    private boolean thoughts(List<Heard> heard) {
        int close = waiting.indexOf(CLOSE);
        if (close < 0) {
            tell(waiting.length() - heldBack(CLOSE), heard);
            return false;
        }
        tell(close, heard);
        waiting.delete(0, CLOSE.length());
        thinking = false;
        justThought = true;
        lineBegins = true;
        return true;
    }

    private boolean speech(List<Heard> heard) {
        // The line ends after the tag belong to neither.
        while (justThought && !waiting.isEmpty()) {
            if (waiting.charAt(0) == '\n') {
                waiting.deleteCharAt(0);
            } else {
                justThought = false;
            }
        }
        for (int open = waiting.indexOf(OPEN); open >= 0; open = waiting.indexOf(OPEN, open + 1)) {
            if (open == 0 ? lineBegins : waiting.charAt(open - 1) == '\n') {
                tell(open, heard);
                waiting.delete(0, OPEN.length());
                thinking = true;
                return true;
            }
        }
        tell(waiting.length() - heldBack(OPEN), heard);
        return false;
    }

    /** How many of the last characters may be the beginning of a tag. */
    private int heldBack(String tag) {
        for (int length = Math.min(tag.length() - 1, waiting.length()); length > 0; length--) {
            if (tag.startsWith(waiting.substring(waiting.length() - length))) {
                return length;
            }
        }
        return 0;
    }

    private void tell(int length, List<Heard> heard) {
        if (length <= 0) {
            return;
        }
        String text = waiting.substring(0, length);
        waiting.delete(0, length);
        if (!thinking) {
            lineBegins = text.charAt(text.length() - 1) == '\n';
        }
        heard.add(thinking ? new Heard.Reasoning(text) : new Heard.Content(text));
    }
}
