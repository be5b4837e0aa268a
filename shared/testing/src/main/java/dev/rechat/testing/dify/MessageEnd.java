package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The event that closes a message, and its metadata. */
final class MessageEnd {

    private MessageEnd() {}

    static ObjectNode of(Run run) {
        ObjectNode event = run.event("message_end").put("id", run.messageId());
        event.set("metadata", metadata(run));
        return event.putNull("files");
    }

    static ObjectNode metadata(Run run) {
        ObjectNode metadata = Json.object();
        if (run.mode() != AppMode.ADVANCED_CHAT) {
            metadata.putNull("annotation_reply");
        }
        metadata.set("retriever_resources", Citations.of(run.request().app()));
        metadata.set("usage", run.usage().toJson());
        return metadata;
    }
}
