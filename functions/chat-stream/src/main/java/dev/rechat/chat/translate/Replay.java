package dev.rechat.chat.translate;

import dev.rechat.chat.event.Frame;
import dev.rechat.chat.event.TurnEvent;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reader of these events knows: the state from which a turn can go on.
 *
 * @param text the answer so far
 * @param nodes the last status of each node by its id
 * @param forms the forms that were opened, by their ids
 */
public record Replay(String text, Map<String, String> nodes, Set<String> forms) {

    public Replay {
        nodes = Map.copyOf(nodes);
        forms = Set.copyOf(forms);
    }

    static final Replay NOTHING = new Replay("", Map.of(), Set.of());

    /** @param frames as {@link dev.rechat.chat.event.TurnEventEncoder} wrote them */
    public static Replay of(List<byte[]> frames, JsonMapper json) {
        StringBuilder text = new StringBuilder();
        Map<String, String> nodes = new HashMap<>();
        Set<String> forms = new HashSet<>();
        try {
            for (byte[] bytes : frames) {
                Frame frame = Frame.of(bytes);
                switch (frame.name()) {
                    case "delta" ->
                        text.append(json.readValue(frame.data(), TurnEvent.Delta.class)
                                .text());
                    case "replace" -> {
                        text.setLength(0);
                        text.append(json.readValue(frame.data(), TurnEvent.Replace.class)
                                .text());
                    }
                    case "node" -> {
                        JsonNode node = json.readValue(frame.data(), JsonNode.class);
                        nodes.put(
                                node.get("id").getStringValue(),
                                node.get("status").getStringValue());
                    }
                    case "form" ->
                        forms.add(json.readValue(frame.data(), JsonNode.class)
                                .get("form_id")
                                .getStringValue());
                    default -> {}
                }
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("a stored event cannot be read", damaged);
        }
        return new Replay(text.toString(), nodes, forms);
    }
}
