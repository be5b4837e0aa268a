package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that may happen in a graph: rounds within rounds, what is tried again, what fails and is lived with. */
final class GraphTour {

    private static final String ITERATION = "iteration-1";
    private static final String LOOP = "loop-1";

    private final List<ObjectNode> events = new ArrayList<>();
    private int index = 1;

    private GraphTour() {}

    static Script script(int rounds) {
        GraphTour tour = new GraphTour();
        tour.container(ITERATION, "iteration", "For each topic", rounds);
        tour.container(LOOP, "loop", "Until it is good", 2);
        tour.retried();
        tour.agent();
        tour.run("http-1", "http-request", "Ask the archive", null, "exception", "The archive did not answer (504).");
        tour.run("branch-1", "if-else", "Found anything?", null, "succeeded", null);
        Script script = Script.empty();
        for (ObjectNode event : tour.events) {
            String name = event.path("event").asText();
            event.remove("event");
            script = script.event(name, event);
        }
        return script.text("All of the graph ").text("was walked through.");
    }

    private void container(String id, String type, String title, int rounds) {
        ObjectNode begun = data(id, id, type, title);
        begun.putObject("inputs").putArray("items").add("leases").add("租约");
        tell(type + "_started", begun);
        for (int round = 0; round < rounds; round++) {
            tell(type + "_next", data(id, id, type, title).put("index", round));
            run(id + "-llm", "llm", "Write part " + (round + 1), id, "succeeded", null);
            run(id + "-code", "code", "Check part " + (round + 1), id, "succeeded", null);
        }
        ObjectNode done = data(id, id, type, title).put("status", "succeeded").put("steps", rounds);
        done.putObject("outputs").put("rounds", rounds);
        tell(type + "_completed", done.put("elapsed_time", 1.25 * rounds).put("total_tokens", 40 * rounds));
    }

    private void retried() {
        String execution = UUID.randomUUID().toString();
        tell("node_started", data(execution, "tool-1", "tool", "Look it up").put("index", ++index));
        tell(
                "node_retry",
                data(execution, "tool-1", "tool", "Look it up")
                        .put("index", index)
                        .put("status", "retry")
                        .put("error", "Connection refused")
                        .put("retry_index", 1));
        finished(execution, "tool-1", "tool", "Look it up", "succeeded", null);
    }

    private void agent() {
        String execution = UUID.randomUUID().toString();
        tell("node_started", data(execution, "agent-1", "agent", "Research").put("index", ++index));
        String round = UUID.randomUUID().toString();
        log(execution, round, null, "ROUND 1");
        log(execution, UUID.randomUUID().toString(), round, "CALL wikipedia");
        finished(execution, "agent-1", "agent", "Research", "succeeded", null);
    }

    private void log(String execution, String id, @Nullable String parent, String label) {
        ObjectNode entry = Json.object()
                .put("node_execution_id", execution)
                .put("id", id)
                .put("parent_id", parent)
                .put("label", label)
                .put("node_id", "agent-1")
                .put("status", "success")
                .putNull("error");
        entry.putObject("data").put("query", "lease");
        entry.putObject("metadata");
        tell("agent_log", entry);
    }

    private void run(
            String node, String type, String title, @Nullable String within, String status, @Nullable String error) {
        String execution = UUID.randomUUID().toString();
        ObjectNode begun = data(execution, node, type, title).put("index", ++index);
        begun.put("iteration_id", ITERATION.equals(within) ? within : null);
        tell("node_started", begun.put("loop_id", LOOP.equals(within) ? within : null));
        finished(execution, node, type, title, status, error);
    }

    private void finished(
            String execution, String node, String type, String title, String status, @Nullable String error) {
        ObjectNode done = data(execution, node, type, title)
                .put("index", index)
                .put("status", status)
                .put("error", error);
        done.putObject("inputs").put("query", "What is a lease? 什么是租约？");
        done.putObject("outputs").put("text", "A lease is a contract.").put("found", error == null);
        tell("node_finished", done.put("elapsed_time", 0.1 * index));
    }

    private void tell(String name, ObjectNode data) {
        events.add(Json.object().put("event", name).set("data", data));
    }

    private static ObjectNode data(String id, String node, String type, String title) {
        return Json.object()
                .put("id", id)
                .put("node_id", node)
                .put("node_type", type)
                .put("title", title)
                .put("created_at", Instant.now().getEpochSecond());
    }
}
