package dev.rechat.maintenance.runlog.kind;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A text that holds JSON: a store may space it otherwise, or order its members. */
record JsonText(String text) {

    private static final Argument<JsonNode> TREE = Argument.of(JsonNode.class);

    static @Nullable JsonText of(@Nullable String text) {
        return text == null ? null : new JsonText(text);
    }

    boolean saysTheSame(JsonText other) {
        Optional<JsonNode> tree = tree();
        return tree.isPresent() && tree.equals(other.tree());
    }

    /** Empty where it is none: it is then the same only as the same text. */
    private Optional<JsonNode> tree() {
        try {
            return Optional.ofNullable(
                    JsonMapper.createDefault().readValue(text.getBytes(StandardCharsets.UTF_8), TREE));
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
