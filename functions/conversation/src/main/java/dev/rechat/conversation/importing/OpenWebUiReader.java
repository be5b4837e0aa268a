package dev.rechat.conversation.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads chats as Open WebUI exports them: what it shows of a chat stands around {@code chat} or, in old exports, is that itself.
 * {@code history} is the tree; {@code messages} is its current branch, which counts where there is no tree. Fields that nobody
 * here knows are passed over.
 */
final class OpenWebUiReader {

    static final String SOURCE = "open-webui";

    private final JsonReader json;
    private final Counts counts;
    private final Warnings warnings;

    OpenWebUiReader(JsonReader json, Counts counts, Warnings warnings) {
        this.json = json;
        this.counts = counts;
        this.warnings = warnings;
    }

    /** At the list. */
    List<IncomingConversation> chats() throws IOException {
        List<IncomingConversation> found = new ArrayList<>();
        json.list(_ -> {
            counts.conversation(json.place());
            OpenWebUiChat chat = chat();
            if (json.object(chat::field)) {
                found.add(chat.conversation());
            } else if (json.atNull()) {
                json.wrong("required", "must be given");
            }
        });
        return found;
    }

    OpenWebUiChat chat() {
        return new OpenWebUiChat(json, counts, warnings);
    }
}
