package dev.rechat.chat.translate;

import dev.rechat.chat.json.StoredJson;
import dev.rechat.turns.log.Frame;
import dev.rechat.turns.log.LoggedText;
import io.micronaut.json.tree.JsonNode;
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
    public static Replay of(List<byte[]> frames, StoredJson json) {
        LoggedText text = new LoggedText(data -> StoredJson.text(json.read(data), "text"));
        Map<String, String> nodes = new HashMap<>();
        Set<String> forms = new HashSet<>();
        for (byte[] bytes : frames) {
            Frame frame = Frame.of(bytes);
            text.take(frame);
            switch (frame.name()) {
                case "node" -> {
                    JsonNode node = json.read(frame.data());
                    nodes.put(StoredJson.text(node, "id"), StoredJson.text(node, "status"));
                }
                case "form" -> forms.add(StoredJson.text(json.read(frame.data()), "form_id"));
                default -> {}
            }
        }
        return new Replay(text.toString(), nodes, forms);
    }
}
