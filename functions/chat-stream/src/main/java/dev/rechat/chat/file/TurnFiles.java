package dev.rechat.chat.file;

import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.payload.DifyFile;
import dev.rechat.persistence.file.StoredFile;
import dev.rechat.persistence.turn.Turn;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The files of one answer as they come, each under an id of ours. Dify may tell of a file twice, while it is made and at
 * the end. One thread adds, any may read {@link #described}.
 */
public final class TurnFiles {

    private final MessageFiles files;
    private final Turn turn;
    private final List<StoredFile> described = new CopyOnWriteArrayList<>();
    private final Set<String> seen = new HashSet<>();

    public TurnFiles(MessageFiles files, Turn turn) {
        this.files = files;
        this.turn = turn;
    }

    /** Empty for one that was told before. */
    public Optional<TurnFile> add(DifyFile file) {
        return add(files.describe(turn.userId(), turn.appId(), turn.assistantMessageId(), file));
    }

    /** Empty for one that was told before. */
    public Optional<TurnFile> add(DifyEvent.MessageFile file) {
        return add(files.describe(turn.userId(), turn.appId(), turn.assistantMessageId(), file));
    }

    private Optional<TurnFile> add(StoredFile file) {
        if (!seen.add(key(file))) {
            return Optional.empty();
        }
        described.add(file);
        return Optional.of(TurnFile.of(file));
    }

    /** The address without its signature, which is new each time. */
    private static String key(StoredFile file) {
        String url = file.sourceUrl();
        return url == null ? "id " + file.difyFileId() + file.name() : url.replaceFirst("\\?.*", "");
    }

    public List<StoredFile> described() {
        return List.copyOf(described);
    }
}
