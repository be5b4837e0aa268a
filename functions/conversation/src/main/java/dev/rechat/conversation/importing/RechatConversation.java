package dev.rechat.conversation.importing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the fields of one conversation. */
final class RechatConversation {

    private final JsonReader json;
    private final Counts counts;
    private final Warnings warnings;
    private final String place;
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

    /** With the reader at the conversation. */
    RechatConversation(JsonReader json, Counts counts, Warnings warnings) {
        this.json = json;
        this.counts = counts;
        this.warnings = warnings;
        this.place = json.place();
    }

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
                RechatReader.SOURCE,
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
            case "created_at" -> createdAt = RechatTimes.read(json);
            case "updated_at" -> updatedAt = RechatTimes.read(json);
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
        IncomingMessage message = new RechatMessage(json).read();
        if (message != null) {
            if (!ids.add(message.id())) {
                json.wrong("invalid", "has the id of another message");
            }
            messages.add(message);
        }
    }
}
