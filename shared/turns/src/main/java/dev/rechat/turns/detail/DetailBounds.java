package dev.rechat.turns.detail;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much is kept of one answer: what is largest and least needed goes first. That is what went into nodes and came out of
 * them; then long texts are cut; then whole parts go, the latest first, nodes before citations before tools and thoughts. Forms
 * and notices go last. What lost something says so ({@code shortened}).
 */
final class DetailBounds {

    /** A page of history holds a hundred messages: with all of them as long as that it can still be sent. */
    static final int MOST_BYTES = 128 * 1024;

    private static final int LONG_TEXT = 1000;
    private static final String SHORTENED = "shortened";

    private static final Map<String, List<String>> DATA = Map.of("node", List.of("inputs", "outputs"));
    private static final Map<String, List<String>> TEXTS = Map.of(
            "tool", List.of("input", "output"),
            "thought", List.of("text"),
            "citation", List.of("content"),
            "node", List.of("error"));
    private static final List<String> LEAST_NEEDED_FIRST =
            List.of("node", "citation", "tool", "thought", "form", "notice");

    private final JsonMapper json;

    DetailBounds(JsonMapper json) {
        this.json = json;
    }

    /** A field of a part, and how much it takes. */
    private record Weight(int part, String field, int bytes) {}

    List<DetailPart> fitting(List<DetailPart> told) throws IOException {
        List<DetailPart> parts = new ArrayList<>(told);
        long excess = -MOST_BYTES;
        for (DetailPart part : parts) {
            excess += bytes(part.toJson()) + 1;
        }
        excess = shorten(parts, DATA, excess, null);
        excess = shorten(parts, TEXTS, excess, LONG_TEXT);
        for (String type : LEAST_NEEDED_FIRST) {
            for (int at = parts.size() - 1; excess > 0 && at >= 0; at--) {
                if (parts.get(at).type().equals(type)) {
                    excess -= bytes(parts.remove(at).toJson()) + 1;
                }
            }
        }
        return parts;
    }

    /**
     * Takes from the largest fields until there is no excess.
     *
     * @param most characters that stay of a text; null when nothing is to stay
     * @return what is too much still
     */
    private long shorten(List<DetailPart> parts, Map<String, List<String>> fields, long tooMuch, @Nullable Integer most)
            throws IOException {
        long excess = tooMuch;
        for (Weight weight : excess > 0 ? weights(parts, fields) : List.<Weight>of()) {
            if (excess <= 0) {
                break;
            }
            DetailPart part = parts.get(weight.part());
            DetailPart shorter = most == null ? part.without(weight.field()) : cut(part, weight.field(), most);
            if (!shorter.equals(part)) {
                DetailPart marked = shorter.with(SHORTENED, JsonNode.createBooleanNode(true));
                excess -= bytes(part.toJson()) - bytes(marked.toJson());
                parts.set(weight.part(), marked);
            }
        }
        return excess;
    }

    private List<Weight> weights(List<DetailPart> parts, Map<String, List<String>> fields) throws IOException {
        List<Weight> weights = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            for (String field : fields.getOrDefault(parts.get(at).type(), List.of())) {
                JsonNode value = parts.get(at).field(field);
                if (value != null) {
                    weights.add(new Weight(at, field, bytes(value)));
                }
            }
        }
        weights.sort(Comparator.comparingInt(Weight::bytes).reversed());
        return weights;
    }

    /** Never within a character. */
    private static DetailPart cut(DetailPart part, String field, int most) {
        String text = part.text(field);
        if (text.length() <= most) {
            return part;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return part.with(field, JsonNode.createStringNode(text.substring(0, end) + "…"));
    }

    private int bytes(JsonNode node) throws IOException {
        return json.writeValueAsBytes(node).length;
    }
}
