package dev.rechat.conversation.importing;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.error.ValidationException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what a document is, and reads it. */
final class DocumentReader {

    private static final String FORMAT = "rechat-conversations";
    private static final String VERSION = "1";

    private final JsonReader json;
    private final RechatReader ours;
    private final OpenWebUiReader openWebUi;
    private final OpenWebUiChat single;
    private @Nullable List<IncomingConversation> conversations;
    private @Nullable String format;
    private @Nullable String version;
    private @Nullable String unknown;

    private DocumentReader(JsonReader json, Warnings warnings) {
        Counts counts = new Counts();
        this.json = json;
        this.ours = new RechatReader(json, counts, warnings);
        this.openWebUi = new OpenWebUiReader(json, counts, warnings);
        this.single = openWebUi.chat();
    }

    /**
     * The conversations of a document.
     *
     * @throws RefusedException {@code malformed_json}
     * @throws ValidationException when it is JSON, but no document that we know
     */
    static List<IncomingConversation> read(byte[] document, Warnings warnings) {
        try {
            JsonReader json = JsonReader.of(document);
            List<IncomingConversation> found = new DocumentReader(json, warnings).read();
            if (!json.atEnd()) {
                throw malformed();
            }
            json.finish();
            return found;
        } catch (IOException notJson) {
            throw malformed();
        }
    }

    private static RefusedException malformed() {
        return new RefusedException(ErrorCode.MALFORMED_JSON, "the body is not JSON in UTF-8");
    }

    private List<IncomingConversation> read() throws IOException {
        if (json.atList()) {
            return openWebUi.chats();
        }
        if (!json.object(this::field)) {
            throw notKnown();
        }
        if (conversations != null) {
            return conversations();
        }
        if (!single.isOne()) {
            throw notKnown();
        }
        return List.of(single.conversation());
    }

    private List<IncomingConversation> conversations() {
        if (!FORMAT.equals(format)) {
            json.wrong("format", format == null ? "required" : "invalid", "must be " + FORMAT);
        }
        if (!VERSION.equals(version)) {
            json.wrong("version", version == null ? "required" : "invalid", "must be " + VERSION);
        }
        if (unknown != null) {
            json.wrong(unknown, "unknown_field", "is not a field of this document");
        }
        return conversations == null ? List.of() : conversations;
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "format" -> format = json.text(0, Limits.NAME);
            case "version" -> version = json.atNull() ? null : json.tree(Limits.NAME);
            case "exported_at" -> json.passOver();
            case "conversations" -> conversations = ours.conversations();
            default -> {
                unknown = unknown == null ? name : unknown;
                single.field(name);
            }
        }
    }

    private static ValidationException notKnown() {
        return new ValidationException(
                "body", "invalid", "must be a document of ReChat or Open WebUI that holds conversations");
    }
}
