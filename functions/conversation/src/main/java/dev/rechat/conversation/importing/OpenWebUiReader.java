package dev.rechat.conversation.importing;

import dev.rechat.persistence.turn.TurnStatus;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads chats as Open WebUI exports them: what it shows of a chat stands around {@code chat} or, in old exports, is that itself.
 * {@code history} is the tree; {@code messages} is its current branch, which counts where there is no tree. Fields that nobody
 * here knows are passed over.
 */
final class OpenWebUiReader {

    static final String SOURCE = "open-webui";

    private static final String UNTITLED = "New chat";
    private static final int LONGEST_TITLE = 100_000;

    /** Seconds would reach this in the year 5138; what is larger counts milliseconds. */
    private static final double MILLISECONDS = 1e11;

    private static final double LAST_MILLISECOND = 253_402_300_799_999.0;

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
            Chat chat = new Chat();
            if (json.object(chat::field)) {
                found.add(chat.conversation());
            } else if (json.atNull()) {
                json.wrong("required", "must be given");
            }
        });
        return found;
    }

    Chat chat() {
        return new Chat();
    }

    private @Nullable Instant time() throws IOException {
        if (!json.atNumber()) {
            json.skip();
            return null;
        }
        double number = json.number();
        double milliseconds = number < MILLISECONDS ? number * 1000 : number;
        return milliseconds > 0 && milliseconds <= LAST_MILLISECOND ? Instant.ofEpochMilli((long) milliseconds) : null;
    }

    private @Nullable String lenientId() throws IOException {
        return json.atText() || json.atNull() ? json.text(1, Limits.NAME) : skipped();
    }

    private @Nullable String skipped() throws IOException {
        json.skip();
        return null;
    }

    private static String cut(String text, int max) {
        return text.length() <= max
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }

    /** Collects what is known of one chat; public names of the format at whatever level they stand. */
    final class Chat {

        private final String place = json.place();
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

        /** Whether anything was there that only a chat has. */
        boolean isOne() {
            return known;
        }

        void field(String name) throws IOException {
            switch (name) {
                case "id" -> id = id == null ? lenientId() : skippedFor(id);
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
                case "created_at" -> createdAt = time();
                case "updated_at" -> updatedAt = time();
                case "timestamp" -> timestamp = time();
                case "pinned" -> pinned = truth();
                case "archived" -> archived = truth();
                case "folder_id" -> {
                    inFolder = json.atText();
                    json.skip();
                }
                default -> json.skip();
            }
        }

        private String skippedFor(String kept) throws IOException {
            json.skip();
            return kept;
        }

        private boolean truth() throws IOException {
            boolean truth = json.atTruth();
            json.skip();
            return truth;
        }

        private void title() throws IOException {
            String given = json.text(0, LONGEST_TITLE);
            if (given != null && !given.isBlank()) {
                title = cut(given.strip(), Limits.TITLE);
            }
        }

        private void meta() throws IOException {
            if (!json.atObject()) {
                json.skip();
                return;
            }
            json.object(name -> {
                if (name.equals("tags")) {
                    tags();
                } else {
                    json.skip();
                }
            });
        }

        private void tags() throws IOException {
            if (!json.atList()) {
                json.skip();
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
                            json.skip();
                        }
                    });
                } else {
                    json.skip();
                }
            });
        }

        private void tag(String given) {
            String tag = cut(given.strip(), Limits.TAG).strip();
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
                        Message message = new Message(key);
                        if (json.object(message::field)) {
                            found.add(message.message());
                        }
                    });
                    tree = found;
                }
                case "currentId" -> current = lenientId();
                default -> json.skip();
            }
        }

        private List<IncomingMessage> branch() throws IOException {
            List<IncomingMessage> found = new ArrayList<>();
            json.list(_ -> {
                counts.message(json.place());
                Message message = new Message("#" + found.size());
                if (json.object(message::field)) {
                    found.add(message.after(
                            found.isEmpty() ? null : found.getLast().id()));
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
                    SOURCE,
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

    /** Collects what is known of one message. */
    private final class Message {

        private final String id;
        private final String place = json.place();
        private @Nullable String parent;
        private Role role = Role.OTHER;
        private String content = "";
        private boolean unfinished;
        private boolean failed;
        private boolean hasRole;
        private @Nullable Instant createdAt;
        private int files;

        Message(String id) {
            this.id = id;
        }

        void field(String name) throws IOException {
            switch (name) {
                case "parentId" -> parent = lenientId();
                case "role" -> {
                    String given = json.text(1, Limits.NAME);
                    hasRole = true;
                    role = given == null ? Role.OTHER : Role.of(given);
                }
                case "content" -> content = content();
                case "timestamp" -> createdAt = time();
                case "files" -> files();
                case "done" -> {
                    unfinished = !json.atTruth() && !json.atNull();
                    json.skip();
                }
                case "error" -> {
                    failed = json.atTruth() || json.atText() || json.atObject();
                    json.skip();
                }
                default -> json.skip();
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
                    json.skip();
                    return;
                }
                int before = text.length();
                json.object(name -> {
                    if (name.equals("text") && json.atText()) {
                        text.append(before == 0 ? "" : "\n\n").append(json.rawText());
                    } else {
                        json.skip();
                    }
                });
                files += text.length() == before ? 1 : 0;
            });
            return text.toString();
        }

        private void files() throws IOException {
            if (!json.atList()) {
                json.skip();
                return;
            }
            json.list(_ -> {
                files++;
                json.skip();
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
}
