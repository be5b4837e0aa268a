package dev.rechat.chat.turn;

import dev.rechat.chat.file.Enclosure;
import dev.rechat.persistence.turn.Turn;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What Dify is told beside a question, for clients that send with each question all that was said before.
 *
 * @param system instructions; null for none
 * @param systemKnown whether the thread that the question continues has been told them
 * @param history what was said before, as text, empty when nothing was: a thread of its own is begun with it wherever Dify's
 *     thread knows something else, or there is none. Null to go on in whatever thread there is
 * @param enclosures files that come within the question; of none where a stored question is asked again
 * @param request what another request with the same turn id must match; null to tell by the question
 * @param alongside is done in the transaction that stores the question
 */
public record Telling(
        @Nullable String system,
        boolean systemKnown,
        @Nullable String history,
        List<Enclosure> enclosures,
        @Nullable String request,
        Consumer<Turn> alongside) {

    /** A question as it is. */
    static final Telling PLAIN = new Telling(null, true, null, List.of(), null, turn -> {});

    /**
     * Whether the question is to be told in a thread of its own.
     *
     * @param systemInput whether an input takes the instructions: some versions of Dify keep a thread's first inputs, so others
     *     want another thread
     */
    boolean anew(Branch branch, boolean systemInput) {
        return history != null && (branch.difyThread() == null || branch.branched() || systemInput && !systemKnown);
    }

    /** Whether anything was said before. */
    boolean retells() {
        return history != null && !history.isEmpty();
    }

    /** The words to send. @param systemInput whether an input takes the instructions */
    String words(String question, boolean anew, boolean systemInput) {
        StringBuilder words = new StringBuilder();
        if (system != null && !systemInput && (anew || !systemKnown)) {
            words.append(system).append("\n\n");
        }
        if (anew && retells()) {
            words.append(history).append("\n\n");
        }
        return words.isEmpty() ? question : words.append(question).toString();
    }
}
