package dev.rechat.admin.runlog;

import dev.rechat.usage.report.Money;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads what Dify tells beside a node's work. What is not there, or is something else, is unknown. */
@Singleton
final class NodeMetadata {

    private final ObjectMapper json;

    NodeMetadata(ObjectMapper json) {
        this.json = json;
    }

    /** @param round of the iteration or loop that the node ran in, from zero */
    record Figures(
            @Nullable Long totalTokens,
            @Nullable Money cost,
            @Nullable Integer round) {

        static final Figures UNKNOWN = new Figures(null, null, null);
    }

    Figures of(@Nullable String metadata) {
        JsonNode read = read(metadata);
        if (read == null || !read.isObject()) {
            return Figures.UNKNOWN;
        }
        return new Figures(whole(read.get("total_tokens")), cost(read), round(read));
    }

    private @Nullable JsonNode read(@Nullable String metadata) {
        if (metadata == null) {
            return null;
        }
        try {
            return json.readValue(metadata, JsonNode.class);
        } catch (IOException notJson) {
            return null;
        }
    }

    private static @Nullable Integer round(JsonNode metadata) {
        Long round = whole(metadata.get("iteration_index"));
        Long found = round == null ? whole(metadata.get("loop_index")) : round;
        return found == null ? null : (int) Math.clamp(found, 0, Integer.MAX_VALUE);
    }

    private static @Nullable Long whole(@Nullable JsonNode value) {
        return value != null && value.isNumber() ? value.getLongValue() : null;
    }

    /** Dify writes a price as a number or as its text. */
    private static @Nullable Money cost(JsonNode metadata) {
        JsonNode price = metadata.get("total_price");
        JsonNode currency = metadata.get("currency");
        if (price == null || !price.isValueNode() || currency == null || !currency.isString()) {
            return null;
        }
        try {
            return Money.of(currency.getStringValue(), new BigDecimal(price.coerceStringValue()));
        } catch (NumberFormatException noPrice) {
            return null;
        }
    }
}
