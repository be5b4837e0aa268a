package dev.rechat.testing.dify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One node of a graph while it runs. */
final class Node {

    private final String executionId = UUID.randomUUID().toString();
    private final Instant startedAt = Instant.now();
    private final String id;
    private final String type;
    private final String title;
    private int index;

    Node(String id, String type, String title) {
        this.id = id;
        this.type = type;
        this.title = title;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    ObjectNode started(int position) {
        index = position;
        ObjectNode data = common();
        data.putNull("inputs").put("inputs_truncated", false);
        return origin(data).putNull("agent_strategy");
    }

    ObjectNode finished(String status, Optional<String> error, ObjectNode outputs, Run run) {
        Instant now = Instant.now();
        ObjectNode data = common();
        data.set("inputs", Json.object());
        data.put("inputs_truncated", false).set("process_data", Json.object());
        data.put("process_data_truncated", false).set("outputs", outputs);
        data.put("outputs_truncated", false)
                .put("status", status)
                .put("error", error.orElse(null))
                .put("elapsed_time", Duration.between(startedAt, now).toMillis() / 1000.0);
        if (type.equals("llm")) {
            Usage usage = run.usage();
            data.putObject("execution_metadata")
                    .put("total_tokens", usage.totalTokens())
                    .put("total_price", usage.totalPrice())
                    .put("currency", "USD");
        } else {
            data.putNull("execution_metadata");
        }
        data.put("finished_at", now.getEpochSecond()).putArray("files");
        return origin(data);
    }

    private ObjectNode common() {
        return Json.object()
                .put("id", executionId)
                .put("node_id", id)
                .put("node_type", type)
                .put("title", title)
                .put("index", index)
                .putNull("predecessor_node_id")
                .put("created_at", startedAt.getEpochSecond());
    }

    private static ObjectNode origin(ObjectNode data) {
        data.putObject("extras");
        return data.putNull("iteration_id").putNull("loop_id");
    }
}
