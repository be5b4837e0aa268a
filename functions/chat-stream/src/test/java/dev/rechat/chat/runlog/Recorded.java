package dev.rechat.chat.runlog;

import dev.rechat.dify.DifyEvent;
import dev.rechat.dify.DifyStream;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.ConversationId;
import dev.rechat.kernel.id.MessageId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.app.App;
import dev.rechat.persistence.turn.Turn;
import dev.rechat.persistence.turn.TurnStatus;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.node.NodeExecution;
import dev.rechat.runlog.run.AppLogSource;
import dev.rechat.runlog.run.RunType;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.writing.LogEntry;
import io.micronaut.json.JsonMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a recorder has told. */
final class Recorded {

    static final JsonMapper JSON = JsonMapper.createDefault();

    private static final Instant BEGAN = Instant.parse("2026-11-01T10:00:00Z");

    final List<LogEntry> told = new ArrayList<>();
    final RunRecorder recorder;

    private Recorded(@Nullable String knownRun, boolean content) {
        RunContext context = new RunContext(
                new Tenant("house"), turn(knownRun), app(), RunType.CHAT, AppLogSource.WEB_APP, knownRun != null);
        recorder = new RunRecorder(context, new Content(JSON, content), new Moments(Clock.systemUTC()), told::add);
    }

    static Recorded fresh() {
        return new Recorded(null, true);
    }

    static Recorded withoutContent() {
        return new Recorded(null, false);
    }

    static Recorded continuing(String run) {
        return new Recorded(run, true);
    }

    private static String id(int number) {
        return "0192e4a0-0000-7000-8000-00000000000" + number;
    }

    private static Turn turn(@Nullable String run) {
        return new Turn(
                TurnId.of(id(1)),
                UserId.of(id(2)),
                ConversationId.of(id(3)),
                AppId.of(id(4)),
                MessageId.of(id(5)),
                MessageId.of(id(6)),
                TurnStatus.STREAMING,
                null,
                BEGAN,
                "here",
                "hash",
                null,
                null,
                false,
                null,
                null,
                run,
                null,
                BEGAN,
                null);
    }

    private static App app() {
        return new App(AppId.of(id(4)), "app", "advanced-chat", "", "", "", "http://dify", "", true, 0, BEGAN, BEGAN);
    }

    /** Takes all events of a stream, and closes it. */
    void takeAll(DifyStream stream) throws InterruptedException {
        try (stream) {
            for (DifyEvent event = stream.next(); event != null; event = stream.next()) {
                recorder.take(event);
            }
        }
    }

    WorkflowRun run() {
        return told.stream()
                .filter(LogEntry.Run.class::isInstance)
                .map(entry -> ((LogEntry.Run) entry).run())
                .toList()
                .getLast();
    }

    /** The last state of each execution, in the order in which they began. */
    List<NodeExecution> nodes() {
        Map<String, NodeExecution> last = new LinkedHashMap<>();
        for (LogEntry entry : told) {
            if (entry instanceof LogEntry.Node node) {
                last.put(node.execution().id(), node.execution());
            }
        }
        return List.copyOf(last.values());
    }

    List<NodeExecution> nodes(String nodeId) {
        return nodes().stream().filter(node -> node.nodeId().equals(nodeId)).toList();
    }

    NodeExecution node(String nodeId) {
        return nodes(nodeId).getFirst();
    }

    <T extends LogEntry> List<T> of(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
