package dev.rechat.chat.turn;

import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyInputFile;
import dev.rechat.dify.DifyRequest;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes along with a question, checked.
 *
 * @param inputs null to use those of the conversation
 * @param fromForm whether the person filled in the form
 * @param questionVariable the input that the question itself is to fill; null for none
 * @param unasked why Dify could not be asked what it takes; the question is kept and ends with this
 */
record Prepared(
        @Nullable JsonNode inputs,
        boolean fromForm,
        @Nullable String questionVariable,
        List<DifyInputFile> files,
        @Nullable DifyException unasked) {

    static Prepared unasked(DifyException failure) {
        return new Prepared(null, false, null, List.of(), failure);
    }

    /** @param stored of the conversation, null when it has none */
    JsonNode inputsFor(String question, @Nullable JsonNode stored) {
        JsonNode given = inputs != null ? inputs : stored != null ? stored : DifyRequest.noInputs();
        return questionVariable == null ? given : with(given, questionVariable, question);
    }

    static JsonNode with(JsonNode inputs, String variable, String text) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        inputs.entries().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        all.put(variable, JsonNode.createStringNode(text));
        return JsonNode.createObjectNode(all);
    }
}
