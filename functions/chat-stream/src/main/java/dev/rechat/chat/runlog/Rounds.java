package dev.rechat.chat.runlog;

import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rounds of an iteration or a loop. */
final class Rounds {

    /** Of more than these only the number is told. */
    private static final int MOST_STARTS = 1000;

    private final List<JsonNode> starts = new ArrayList<>();
    private int number;

    void next(Instant at) {
        number++;
        if (starts.size() < MOST_STARTS) {
            starts.add(JsonNode.createNumberNode(at.toEpochMilli()));
        }
    }

    /** How many it says there were, where it says so. */
    void were(int told) {
        number = Math.max(number, told);
    }

    /** How many rounds began, and when, in milliseconds since the epoch. */
    void into(Map<String, JsonNode> metadata) {
        if (number > 0) {
            metadata.put("rounds", JsonNode.createNumberNode(number));
            metadata.put("round_starts", JsonNode.createArrayNode(List.copyOf(starts)));
        }
    }
}
