package dev.rechat.turns.detail;

import dev.rechat.kernel.id.TurnId;
import dev.rechat.turns.log.Frame;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a turn's events told beside the answer, as it is kept with the answer: each as it was last told, in the order in which
 * they first came. The log that they stand in goes after a day. Thread-safe.
 */
@Singleton
public final class AnswerDetails {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDetails.class);
    private static final Set<String> KEPT = Set.of("thought", "tool", "node", "citation", "form", "notice");

    private final JsonMapper json;

    AnswerDetails(JsonMapper json) {
        this.json = json;
    }

    /**
     * No turn fails for its details: where they cannot be told, those from before stay.
     *
     * @param frames of the whole turn
     * @param earlier the details of the same answer from before this turn, of one that goes on after a form
     * @return a JSON array of bounded length; null when there is nothing to keep
     */
    public @Nullable String of(TurnId turn, List<byte[]> frames, @Nullable String earlier) {
        try {
            Map<String, DetailPart> parts = new LinkedHashMap<>();
            if (earlier != null) {
                read(earlier).values().forEach(node -> keep(parts, DetailPart.stored(node)));
            }
            for (byte[] bytes : frames) {
                Frame frame = Frame.of(bytes);
                if (KEPT.contains(frame.name())) {
                    keep(parts, DetailPart.told(frame.name(), read(frame.data()), turn));
                }
            }
            return parts.isEmpty() ? null : write(new DetailBounds(json).fitting(List.copyOf(parts.values())));
        } catch (IOException | RuntimeException unreadable) {
            // Without the parser's own words, which quote the event's.
            LOG.error(
                    "turn {}: its details could not be kept: {}",
                    turn,
                    unreadable.getClass().getSimpleName());
            return earlier;
        }
    }

    private static void keep(Map<String, DetailPart> parts, DetailPart part) {
        parts.merge(part.key(), part, (before, now) -> now.after(before));
    }

    private JsonNode read(String text) throws IOException {
        return Objects.requireNonNullElseGet(json.readValue(text, JsonNode.class), JsonNode::nullNode);
    }

    private @Nullable String write(List<DetailPart> parts) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        parts.forEach(part -> nodes.add(part.toJson()));
        return nodes.isEmpty() ? null : json.writeValueAsString(JsonNode.createArrayNode(nodes));
    }
}
