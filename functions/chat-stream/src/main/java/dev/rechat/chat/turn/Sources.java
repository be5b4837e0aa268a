package dev.rechat.chat.turn;

import dev.rechat.chat.file.MessageFiles;
import dev.rechat.chat.file.TurnFiles;
import dev.rechat.chat.translate.DifyIds;
import dev.rechat.chat.translate.Replay;
import dev.rechat.chat.translate.Translation;
import dev.rechat.dify.DifyStream;
import dev.rechat.persistence.turn.Turn;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Puts a translation to a stream, by what the turn's readers know already. */
@Singleton
final class Sources {

    private final MessageFiles files;
    private final JsonMapper json;
    private final Clock clock;

    Sources(MessageFiles files, JsonMapper json, Clock clock) {
        this.files = files;
        this.json = json;
        this.clock = clock;
    }

    Source fresh(Turn turn, DifyStream stream) {
        var told = new TurnFiles(files, turn);
        return new Source(stream, new Translation(json, turn.difyConversationId(), told, System::nanoTime));
    }

    /** Of a run that another producer has followed before. @param earlier what readers know already */
    Source resumed(Turn turn, DifyStream stream, Replay earlier) {
        var told = new TurnFiles(files, turn);
        Duration waited = Duration.between(turn.createdAt(), clock.instant());
        return new Source(stream, Translation.resumed(json, idsOf(turn), earlier, told, waited, System::nanoTime));
    }

    /** Of a run that goes on after a form. @param text the answer so far */
    Source continued(Turn turn, DifyStream stream, String text) {
        var told = new TurnFiles(files, turn);
        Replay earlier = new Replay(text, Map.of(), Set.of());
        return new Source(stream, Translation.continued(json, idsOf(turn), earlier, told, System::nanoTime));
    }

    static DifyIds.Known idsOf(Turn turn) {
        return new DifyIds.Known(
                turn.difyConversationId(), turn.difyMessageId(), turn.difyTaskId(), turn.workflowRunId());
    }
}
