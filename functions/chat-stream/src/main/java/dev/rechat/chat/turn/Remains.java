package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.title.Naming;
import dev.rechat.chat.translate.DifyIds;
import dev.rechat.chat.translate.Forms;
import dev.rechat.chat.translate.Translation;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.turn.Turn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a turn when no more comes.
 *
 * @param usage null when it is not known
 * @param title that Dify has found for a new conversation
 * @param requestId of the request that began or took over the turn
 */
record Remains(
        Turn turn,
        String text,
        TurnEvent.@Nullable Usage usage,
        DifyIds.Known dify,
        List<StoredFile> files,
        List<Forms.Open> forms,
        Optional<TurnOutcome.Title> title,
        String requestId) {

    static Remains of(Turn turn, Translation translation, Naming naming, String requestId) {
        return new Remains(
                turn,
                translation.answer(),
                translation.usage(),
                translation.ids().known(),
                translation.files(),
                translation.openForms(),
                naming.result().map(better -> new TurnOutcome.Title(naming.first(), better)),
                requestId);
    }

    /** Of a turn whose producer is gone. */
    static Remains abandoned(Turn turn, String text, DifyIds.Known ids) {
        return new Remains(turn, text, null, ids, List.of(), List.of(), Optional.empty(), "takeover");
    }

    /** Of a turn that Dify did not take. @param text of the answer that it was to go on with */
    static Remains unasked(Turn turn, String text, String requestId) {
        return new Remains(turn, text, null, DifyIds.Known.NOTHING, List.of(), List.of(), Optional.empty(), requestId);
    }
}
