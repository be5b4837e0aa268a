package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The event that closes a message, and its metadata. */
final class MessageEnd {

    private MessageEnd() {}

    static ObjectNode of(Run run) {
        ObjectNode event = run.event("message_end").put("id", run.messageId());
        event.set("metadata", metadata(run));
        if (run.files().isEmpty()) {
            return event.putNull("files");
        }
        ArrayNode files = event.putArray("files");
        run.files().forEach(file -> files.add(file.toAnswerFile()));
        return event;
    }

    static ObjectNode metadata(Run run) {
        ObjectNode metadata = Json.object();
        if (run.mode() != AppMode.ADVANCED_CHAT) {
            metadata.putNull("annotation_reply");
        }
        metadata.set("retriever_resources", run.citations());
        metadata.set("usage", run.usage().toJson());
        return metadata;
    }
}
