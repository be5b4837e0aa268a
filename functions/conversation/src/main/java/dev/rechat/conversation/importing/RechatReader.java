package dev.rechat.conversation.importing;

import dev.rechat.persistence.feedback.Rating;
import dev.rechat.persistence.turn.TurnStatus;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads conversations as {@code docs/conversation-export.schema.json} has them. */
final class RechatReader {

    static final String SOURCE = "rechat";

    /** As large as the whole document may be. */
    private static final int ANY = Integer.MAX_VALUE;

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
            IncomingConversation conversation = new Conversation().read();
            if (conversation != null) {
                found.add(conversation);
            }
        });
        return found;
    }

    private @Nullable Instant time() throws IOException {
        String text = json.text(1, 40);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException notOne) {
            json.wrong("invalid", "must be a time like 2026-11-21T09:00:00.000Z");
            return null;
        }
    }

    /** Collects the fields of one conversation. */
    private final class Conversation {

        private final String place = json.place();
        private final List<String> tags = new ArrayList<>();
        private final List<IncomingMessage> messages = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private @Nullable String appId;
        private @Nullable String appSlug;
        private @Nullable String id;
        private @Nullable String title;
        private @Nullable String folder;
        private @Nullable String inputs;
        private @Nullable Instant createdAt;
        private @Nullable Instant updatedAt;
        private boolean pinned;
        private boolean archived;
        private boolean hasTitle;

        @Nullable
        IncomingConversation read() throws IOException {
            if (json.atNull()) {
                json.wrong("required", "must be given");
                return null;
            }
            if (!json.object(this::field)) {
                return null;
            }
            if (!hasTitle) {
                json.wrong(place + ".title", "required", "must be given");
            }
            return new IncomingConversation(
                    SOURCE,
                    id,
                    new IncomingApp(place + ".app", appId, appSlug),
                    title == null ? "" : title,
                    pinned,
                    archived,
                    folder,
                    tags.stream().distinct().toList(),
                    inputs,
                    createdAt,
                    updatedAt,
                    null,
                    false,
                    messages);
        }

        private void field(String name) throws IOException {
            switch (name) {
                case "id" -> id = json.text(1, Limits.NAME);
                case "app" -> app();
                case "title" -> title();
                case "pinned" -> pinned = json.truth();
                case "archived" -> archived = json.truth();
                case "folder" -> folder = stripped(json.text(1, Limits.FOLDER));
                case "tags" -> json.list(_ -> tag());
                case "inputs" -> inputs = new InputValues(json, warnings).read();
                case "created_at" -> createdAt = time();
                case "updated_at" -> updatedAt = time();
                case "messages" -> json.list(_ -> message());
                default -> json.unknown();
            }
        }

        private void title() throws IOException {
            hasTitle = true;
            if (json.atNull()) {
                json.wrong("required", "must be given");
                return;
            }
            title = stripped(json.text(1, Limits.TITLE));
        }

        private @Nullable String stripped(@Nullable String text) {
            if (text != null && text.isBlank()) {
                json.wrong("too_short", "must not be blank");
                return null;
            }
            return text == null ? null : text.strip();
        }

        private void app() throws IOException {
            json.object(name -> {
                switch (name) {
                    case "id" -> appId = json.text(1, Limits.NAME);
                    case "slug" -> appSlug = json.text(1, Limits.NAME);
                    case "name" -> json.text(0, Limits.TITLE);
                    default -> json.unknown();
                }
            });
        }

        private void tag() throws IOException {
            String tag = stripped(json.text(1, Limits.TAG));
            if (tag == null) {
                return;
            }
            if (tags.size() == Limits.TAGS) {
                json.wrong("too_long", "must be " + Limits.TAGS + " tags at most");
                return;
            }
            tags.add(tag);
        }

        private void message() throws IOException {
            counts.message(json.place());
            IncomingMessage message = new Message().read();
            if (message != null) {
                if (!ids.add(message.id())) {
                    json.wrong("invalid", "has the id of another message");
                }
                messages.add(message);
            }
        }
    }

    /** Collects the fields of one message. */
    private final class Message {

        private final String place = json.place();
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
                case "created_at" -> createdAt = time();
                case "files" ->
                    json.list(_ -> {
                        files++;
                        json.object(_ -> json.skip());
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
}
