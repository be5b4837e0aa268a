package dev.rechat.chat.translate;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.dify.payload.DifyFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files an app made. */
final class Files {

    private Files() {}

    static TurnEvent of(DifyFile file) {
        String id = Stream.of(file.relatedId(), file.uploadFileId(), file.id())
                .filter(candidate -> !Text.of(candidate).isEmpty())
                .findFirst()
                .orElse("");
        @Nullable String url = file.url() != null ? file.url() : file.remoteUrl();
        return new TurnEvent.File(id, file.filename(), Text.of(file.type(), "custom"), file.size(), url);
    }
}
