package dev.rechat.conversation.importing;

import dev.rechat.persistence.feedback.Rating;
import dev.rechat.persistence.turn.TurnStatus;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one message. */
final class RechatMessage {

    /** As large as the whole document may be. */
    private static final int ANY = Integer.MAX_VALUE;

    private final JsonReader json;
    private final String place;
    private @Nullable String id;
    private @Nullable String parent;
    private @Nullable Role role;
    private @Nullable String content;
    private TurnStatus status = TurnStatus.COMPLETED;
    private @Nullable Instant createdAt;
    private int files;
    private @Nullable IncomingFeedback feedback;
    private @Nullable Rating rating;
    private @Nullable String reason;
    private @Nullable String usage;

    /** With the reader at the message. */
    RechatMessage(JsonReader json) {
        this.json = json;
        this.place = json.place();
    }

    @Nullable
    IncomingMessage read() throws IOException {
        if (json.atNull()) {
            json.wrong("required", "must be given");
            return null;
        }
        if (!json.object(this::field)) {
            return null;
        }
        if (id == null || role == null || content == null) {
            require("id", id);
            require("role", role);
            require("content", content);
            return null;
        }
        return new IncomingMessage(id, parent, role, content, status, createdAt, files, feedback, usage);
    }

    private void require(String field, @Nullable Object value) {
        if (value == null) {
            json.wrong(place + "." + field, "required", "must be given");
        }
    }

    private void field(String name) throws IOException {
        switch (name) {
            case "id" -> id = json.text(1, Limits.NAME);
            case "parent_id" -> parent = json.text(1, Limits.NAME);
            case "role" -> role = role();
            case "content" -> content = json.text(0, ANY);
            case "status" -> status = status();
            case "created_at" -> createdAt = RechatTimes.read(json);
            case "files" ->
                json.list(_ -> {
                    files++;
                    json.object(_ -> json.passOver());
                });
            case "feedback" -> feedback = feedback();
            case "usage" -> usage = usage();
            default -> json.unknown();
        }
    }

    private @Nullable Role role() throws IOException {
        String name = json.text(1, Limits.NAME);
        if (name == null || Role.of(name) != Role.OTHER) {
            return name == null ? null : Role.of(name);
        }
        json.wrong("invalid", "must be user or assistant");
        return Role.OTHER;
    }

    private TurnStatus status() throws IOException {
        String name = json.text(1, Limits.NAME);
        if (name == null) {
            return TurnStatus.COMPLETED;
        }
        for (TurnStatus each : TurnStatus.values()) {
            if (each.wireName().equals(name)) {
                return each;
            }
        }
        json.wrong("invalid", "is not a status");
        return TurnStatus.COMPLETED;
    }

    private @Nullable IncomingFeedback feedback() throws IOException {
        json.object(name -> {
            switch (name) {
                case "rating" -> rating = rating();
                case "reason" -> reason = json.text(0, Limits.REASON);
                default -> json.unknown();
            }
        });
        return rating == null ? null : new IncomingFeedback(rating, reason);
    }

    private @Nullable Rating rating() throws IOException {
        String name = json.text(1, Limits.NAME);
        if ("like".equals(name)) {
            return Rating.LIKE;
        }
        if ("dislike".equals(name)) {
            return Rating.DISLIKE;
        }
        if (name != null) {
            json.wrong("invalid", "must be like or dislike");
        }
        return null;
    }

    private @Nullable String usage() throws IOException {
        if (!json.atObject()) {
            json.refuseUnlessNull("must be an object");
            return null;
        }
        return json.tree(Limits.TREE);
    }
}
