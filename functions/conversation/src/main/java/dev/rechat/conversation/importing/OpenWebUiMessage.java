package dev.rechat.conversation.importing;

import dev.rechat.persistence.turn.TurnStatus;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Collects what is known of one message. */
final class OpenWebUiMessage {

    private final JsonReader json;
    private final LenientValues values;
    private final String id;
    private final String place;
    private @Nullable String parent;
    private Role role = Role.OTHER;
    private String content = "";
    private boolean unfinished;
    private boolean failed;
    private boolean hasRole;
    private @Nullable Instant createdAt;
    private int files;

    /** With the reader at the message. */
    OpenWebUiMessage(JsonReader json, String id) {
        this.json = json;
        this.values = new LenientValues(json);
        this.id = id;
        this.place = json.place();
    }

    void field(String name) throws IOException {
        switch (name) {
            case "parentId" -> parent = values.id();
            case "role" -> {
                String given = json.text(1, Limits.NAME);
                hasRole = true;
                role = given == null ? Role.OTHER : Role.of(given);
            }
            case "content" -> content = content();
            case "timestamp" -> createdAt = values.time();
            case "files" -> files();
            case "done" -> {
                unfinished = !json.atTruth() && !json.atNull();
                json.passOver();
            }
            case "error" -> {
                failed = json.atTruth() || json.atText() || json.atObject();
                json.passOver();
            }
            default -> json.passOver();
        }
    }

    /** A text, or the parts that interfaces of models know. */
    private String content() throws IOException {
        if (!json.atList()) {
            String text = json.text(0, Integer.MAX_VALUE);
            return text == null ? "" : text;
        }
        StringBuilder text = new StringBuilder();
        json.list(_ -> {
            if (!json.atObject()) {
                json.passOver();
                return;
            }
            int before = text.length();
            json.object(name -> {
                if (name.equals("text") && json.atText()) {
                    text.append(before == 0 ? "" : "\n\n").append(json.rawText());
                } else {
                    json.passOver();
                }
            });
            files += text.length() == before ? 1 : 0;
        });
        return text.toString();
    }

    private void files() throws IOException {
        if (!json.atList()) {
            json.passOver();
            return;
        }
        json.list(_ -> {
            files++;
            json.passOver();
        });
    }

    IncomingMessage message() {
        if (!hasRole) {
            json.wrong(place + ".role", "required", "must be given");
        }
        TurnStatus status = TurnStatus.COMPLETED;
        if (role == Role.ASSISTANT && (failed || unfinished)) {
            status = failed ? TurnStatus.FAILED : TurnStatus.INTERRUPTED;
        }
        return new IncomingMessage(id, parent, role, content, status, createdAt, files, null, null);
    }

    IncomingMessage after(@Nullable String previous) {
        parent = previous;
        return message();
    }
}
