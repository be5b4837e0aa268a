package dev.rechat.testing.dify;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one app remembers. */
final class AppState {

    private final SimulatedApp app;
    private final Table<Conversation> conversations = new Table<>();
    private final Table<Message> messages = new Table<>();
    private final Table<UploadedFile> files = new Table<>();
    private final Table<WorkflowRun> runs = new Table<>();
    private final Table<Run> live = new Table<>();
    private final Table<OpenForm> forms = new Table<>();
    private final Table<Run> tasks = new Table<>();

    AppState(SimulatedApp app) {
        this.app = app;
    }

    SimulatedApp app() {
        return app;
    }

    Table<Conversation> conversations() {
        return conversations;
    }

    Table<Message> messages() {
        return messages;
    }

    Table<UploadedFile> files() {
        return files;
    }

    Table<WorkflowRun> runs() {
        return runs;
    }

    /** Graphs that run in a worker or wait, by run id. */
    Table<Run> live() {
        return live;
    }

    /** Forms that runs wait or have waited for, by token. */
    Table<OpenForm> forms() {
        return forms;
    }

    /** Answers being made, by task id. */
    Table<Run> tasks() {
        return tasks;
    }

    Optional<Conversation> conversation(String id, String user) {
        return conversations.find(id).filter(found -> found.user().equals(user));
    }

    Optional<Message> message(String id, String user) {
        return messages.find(id).filter(found -> found.user().equals(user));
    }

    /** Oldest first. */
    List<Message> messagesOf(String conversationId) {
        return messages.all().stream()
                .filter(message -> message.conversationId().equals(conversationId))
                .sorted(Comparator.comparing(Message::createdAt))
                .toList();
    }

    /** The id of the row a first use of this name makes. */
    String endUserId(String user) {
        return UUID.nameUUIDFromBytes((app.id() + " " + user).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** The published version of a graph. */
    UUID workflowId() {
        return UUID.nameUUIDFromBytes((app.id() + " workflow").getBytes(StandardCharsets.UTF_8));
    }
}
