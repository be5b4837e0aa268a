package dev.rechat.chat.turn;

import dev.rechat.chat.file.Enclosed;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyInputFile;
import dev.rechat.dify.DifyRequest;
import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What goes along with a question, checked.
 *
 * @param inputs null to use those of the conversation
 * @param fromForm whether the person filled in the form
 * @param questionVariable the input that the question itself is to fill; null for none
 * @param system what fills another input; null for none
 * @param enclosed files that came within the question
 * @param unasked why Dify could not be asked what it takes; the question is kept and ends with this
 */
record Prepared(
        @Nullable JsonNode inputs,
        boolean fromForm,
        @Nullable String questionVariable,
        @Nullable SystemInput system,
        List<DifyInputFile> files,
        Enclosed enclosed,
        @Nullable DifyException unasked) {

    static Prepared unasked(DifyException failure) {
        return new Prepared(null, false, null, null, List.of(), Enclosed.NONE, failure);
    }

    static Prepared of(
            @Nullable JsonNode inputs,
            boolean fromForm,
            @Nullable String questionVariable,
            @Nullable SystemInput system) {
        return new Prepared(inputs, fromForm, questionVariable, system, List.of(), Enclosed.NONE, null);
    }

    Prepared with(List<DifyInputFile> named, Enclosed within) {
        return new Prepared(inputs, fromForm, questionVariable, system, named, within, unasked);
    }

    /** All that Dify is told of. */
    List<DifyInputFile> allFiles() {
        return Stream.concat(files.stream(), enclosed.told().stream()).toList();
    }

    /** @param stored of the conversation, null when it has none */
    JsonNode inputsFor(String question, @Nullable JsonNode stored) {
        JsonNode given = inputs != null ? inputs : stored != null ? stored : DifyRequest.noInputs();
        JsonNode asked = questionVariable == null ? given : with(given, questionVariable, question);
        return system == null ? asked : system.in(asked);
    }

    static JsonNode with(JsonNode inputs, String variable, String text) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        inputs.entries().forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        all.put(variable, JsonNode.createStringNode(text));
        return JsonNode.createObjectNode(all);
    }
}
