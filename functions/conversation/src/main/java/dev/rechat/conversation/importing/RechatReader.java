package dev.rechat.conversation.importing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads conversations as {@code docs/conversation-export.schema.json} has them. */
final class RechatReader {

    static final String SOURCE = "rechat";

    private final JsonReader json;
    private final Counts counts;
    private final Warnings warnings;

    RechatReader(JsonReader json, Counts counts, Warnings warnings) {
        this.json = json;
        this.counts = counts;
        this.warnings = warnings;
    }

    /** At {@code conversations}. */
    List<IncomingConversation> conversations() throws IOException {
        List<IncomingConversation> found = new ArrayList<>();
        json.list(_ -> {
            counts.conversation(json.place());
            IncomingConversation conversation = new RechatConversation(json, counts, warnings).read();
            if (conversation != null) {
                found.add(conversation);
            }
        });
        return found;
    }
}
