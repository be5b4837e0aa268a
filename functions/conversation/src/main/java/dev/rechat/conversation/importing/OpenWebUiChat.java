package dev.rechat.conversation.importing;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is known of one chat; public names of the format at whatever level they stand. */
final class OpenWebUiChat {

    private static final String UNTITLED = "New chat";

    private static final int LONGEST_TITLE = 100_000;

    private final JsonReader json;
    private final LenientValues values;
    private final Counts counts;
    private final Warnings warnings;
    private final String place;
    private final Set<String> tags = new LinkedHashSet<>();
    private @Nullable List<IncomingMessage> tree;
    private List<IncomingMessage> branch = List.of();
    private @Nullable String id;
    private @Nullable String title;
    private @Nullable String current;
    private @Nullable Instant createdAt;
    private @Nullable Instant updatedAt;
    private @Nullable Instant timestamp;
    private boolean pinned;
    private boolean archived;
    private boolean inFolder;
    private boolean known;

    /** With the reader at the chat. */
    OpenWebUiChat(JsonReader json, Counts counts, Warnings warnings) {
        this.json = json;
        this.values = new LenientValues(json);
        this.counts = counts;
        this.warnings = warnings;
        this.place = json.place();
    }

    /** Whether anything was there that only a chat has. */
    boolean isOne() {
        return known;
    }

    void field(String name) throws IOException {
        switch (name) {
            case "id" -> id = id == null ? values.id() : passedOverFor(id);
            case "title" -> title();
            case "chat" -> {
                known = true;
                json.object(this::field);
            }
            case "history" -> {
                known = true;
                json.object(this::history);
            }
            case "messages" -> {
                known = true;
                branch = branch();
            }
            case "meta" -> meta();
            case "tags" -> tags();
            case "created_at" -> createdAt = values.time();
            case "updated_at" -> updatedAt = values.time();
            case "timestamp" -> timestamp = values.time();
            case "pinned" -> pinned = truth();
            case "archived" -> archived = truth();
            case "folder_id" -> {
                inFolder = json.atText();
                json.passOver();
            }
            default -> json.passOver();
        }
    }

    private String passedOverFor(String kept) throws IOException {
        json.passOver();
        return kept;
    }

    private boolean truth() throws IOException {
        boolean truth = json.atTruth();
        json.passOver();
        return truth;
    }

    private void title() throws IOException {
        String given = json.text(0, LONGEST_TITLE);
        if (given != null && !given.isBlank()) {
            title = LenientValues.cut(given.strip(), Limits.TITLE);
        }
    }

    private void meta() throws IOException {
        if (!json.atObject()) {
            json.passOver();
            return;
        }
        json.object(name -> {
            if (name.equals("tags")) {
                tags();
            } else {
                json.passOver();
            }
        });
    }

    private void tags() throws IOException {
        if (!json.atList()) {
            json.passOver();
            return;
        }
        json.list(_ -> {
            if (json.atText()) {
                tag(json.rawText());
            } else if (json.atObject()) {
                json.object(name -> {
                    if (name.equals("name") && json.atText()) {
                        tag(json.rawText());
                    } else {
                        json.passOver();
                    }
                });
            } else {
                json.passOver();
            }
        });
    }

    private void tag(String given) {
        String tag = LenientValues.cut(given.strip(), Limits.TAG).strip();
        if (!tag.equals(given.strip()) || (tags.size() == Limits.TAGS && !tags.contains(tag))) {
            warnings.add(Warning.TAGS);
        }
        if (!tag.isEmpty() && tags.size() < Limits.TAGS) {
            tags.add(tag);
        }
    }

    private void history(String name) throws IOException {
        switch (name) {
            case "messages" -> {
                List<IncomingMessage> found = new ArrayList<>();
                json.object(key -> {
                    counts.message(json.place());
                    OpenWebUiMessage message = new OpenWebUiMessage(json, key);
                    if (json.object(message::field)) {
                        found.add(message.message());
                    }
                });
                tree = found;
            }
            case "currentId" -> current = values.id();
            default -> json.passOver();
        }
    }

    private List<IncomingMessage> branch() throws IOException {
        List<IncomingMessage> found = new ArrayList<>();
        json.list(_ -> {
            counts.message(json.place());
            OpenWebUiMessage message = new OpenWebUiMessage(json, "#" + found.size());
            if (json.object(message::field)) {
                found.add(message.after(found.isEmpty() ? null : found.getLast().id()));
            }
        });
        return found;
    }

    IncomingConversation conversation() {
        List<IncomingMessage> messages = tree == null || tree.isEmpty() ? branch : tree;
        if (inFolder) {
            warnings.add(Warning.FOLDERS);
        }
        return new IncomingConversation(
                OpenWebUiReader.SOURCE,
                id,
                new IncomingApp(place + ".app", null, null),
                title == null ? UNTITLED : title,
                pinned,
                archived,
                null,
                List.copyOf(tags),
                null,
                createdAt == null ? timestamp : createdAt,
                updatedAt,
                current,
                true,
                messages);
    }
}
