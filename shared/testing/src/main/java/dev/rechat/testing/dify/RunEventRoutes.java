package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.testing.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Runs followed by others than the client that started them. */
final class RunEventRoutes {

    private final Duration idleClose;
    private final Queue<EventsFault> faults = new ConcurrentLinkedQueue<>();

    RunEventRoutes(Timing timing) {
        this.idleClose = timing.idleClose();
    }

    List<Route> routes() {
        return List.of(Route.get("/workflow/{id}/events", this::events));
    }

    void next(EventsFault fault) {
        faults.add(fault);
    }

    private void events(Call call) {
        call.requireGraph();
        String user = call.queryUser();
        Optional<EventsFault> fault = Optional.ofNullable(faults.poll());
        if (fault.orElse(null) instanceof EventsFault.Refused refused) {
            Router.send(call.exchange(), refused.refusal());
            return;
        }
        WorkflowRun stored = stored(call, user);
        Optional<Follower> follower = stored.finishedAt().isPresent() ? Optional.empty() : follow(call, stored);
        if (follower.isPresent()) {
            serve(call, stored, follower.orElseThrow(), fault);
        } else {
            tellTheEnd(call, stored(call, user));
        }
    }

    private static WorkflowRun stored(Call call, String user) {
        return call.state()
                .runs()
                .find(call.id("id"))
                .filter(run -> run.user().equals(user))
                .orElseThrow(() -> DifyError.notFound(
                        "Workflow run not found.", call.request().path()));
    }

    private static boolean flag(Call call, String name) {
        return call.request().parameter(name).orElse("").equalsIgnoreCase("true");
    }

    private static Optional<Follower> follow(Call call, WorkflowRun stored) {
        boolean continues = flag(call, "continue_on_pause");
        return call.state()
                .live()
                .find(stored.id())
                .flatMap(run -> flag(call, "include_state_snapshot")
                        ? run.broadcast().followWithSnapshot(storedAnswer(run), continues)
                        : run.broadcast().follow(continues));
    }

    /** Text is stored when a run pauses or ends, so while it runs this is less than was sent. */
    private static Optional<ObjectNode> storedAnswer(Run run) {
        return run.state()
                .messages()
                .find(run.messageId())
                .map(message -> run.event("message_replace")
                        .put("answer", message.answer())
                        .put("reason", ""));
    }

    private void serve(Call call, WorkflowRun stored, Follower follower, Optional<EventsFault> fault) {
        call.openUncachedStream();
        call.exchange().chunk(Follower.PING);
        try {
            follower.serve(call.exchange(), idleClose, fault);
        } finally {
            call.state()
                    .live()
                    .find(stored.id())
                    .ifPresent(run -> run.broadcast().leave(follower));
        }
    }

    /** Unlike every other frame this one is spaced and escaped, and its task is the run itself. */
    private static void tellTheEnd(Call call, WorkflowRun stored) {
        ObjectNode event = Json.object()
                .put("event", "workflow_finished")
                .put("task_id", stored.id())
                .put("workflow_run_id", stored.id());
        event.set("data", stored.toFinishedEvent(call.state(), List.of()));
        Exchange exchange = call.exchange();
        call.openUncachedStream();
        exchange.chunk(("data: " + Json.escaped(event) + "\n\n").getBytes(StandardCharsets.UTF_8));
        exchange.finish();
    }
}
