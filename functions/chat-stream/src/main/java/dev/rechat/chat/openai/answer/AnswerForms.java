package dev.rechat.chat.openai.answer;

import dev.rechat.chat.feed.TurnFeed;
import dev.rechat.chat.json.StoredJson;
import dev.rechat.kernel.id.FileId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Begins answers in either form, one for each reader. */
@Singleton
public final class AnswerForms {

    /** Turn, title, and what there is to notice, come before anything of Dify's. */
    private static final int HEAD_EVENTS = 4;

    private final StoredJson json;
    private final Links links;

    AnswerForms(StoredJson json, Links links) {
        this.json = json;
        this.links = links;
    }

    /** Of a turn that has begun; empty when another instance tells it and nothing has come from there yet. */
    public Optional<TurnHead> head(TurnFeed feed) {
        Hearing hearing = new Hearing(json, links, FileId::toString); // none of it is told
        List<Heard> heard = feed.framesAfter(0).stream()
                .limit(HEAD_EVENTS)
                .flatMap(frame -> hearing.hear(frame).stream())
                .toList();
        boolean retold = heard.stream().anyMatch(Heard.Retold.class::isInstance);
        return heard.stream()
                .filter(Heard.Begun.class::isInstance)
                .map(Heard.Begun.class::cast)
                .findFirst()
                .map(begun -> new TurnHead(begun.turn(), begun.conversation(), retold));
    }

    /**
     * @param usage whether a last chunk tells what it cost
     * @param paths where who is answered can have a file
     */
    public ChunkStream stream(String model, boolean usage, Function<FileId, String> paths) {
        return new ChunkStream(new Hearing(json, links, paths), json, model, usage);
    }

    /** @param paths where who is answered can have a file */
    public Collected whole(String model, Function<FileId, String> paths) {
        return new Collected(new Hearing(json, links, paths), model);
    }
}
