package dev.rechat.runlog.search.document;

import dev.rechat.runlog.search.client.Json;
import io.micronaut.json.tree.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The words of JSON texts, as people would search for them: without punctuation of JSON, and with what its escapes stand for.
 */
final class Words {

    private final Json json;
    private final StringBuilder words = new StringBuilder();

    Words(Json json) {
        this.json = json;
    }

    Words add(@Nullable String text) {
        if (text != null) {
            words.append(text).append('\n');
        }
        return this;
    }

    /** A text that is no JSON is taken as it is: it may have been cut. */
    Words addJson(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return this;
        }
        JsonNode value = json.readValue(text);
        if (value == null) {
            return add(text);
        }
        addValue(value);
        return this;
    }

    private void addValue(JsonNode value) {
        if (value.isObject()) {
            value.entries().forEach(member -> {
                add(member.getKey());
                addValue(member.getValue());
            });
        } else if (value.isArray()) {
            value.values().forEach(this::addValue);
        } else if (!value.isNull()) {
            add(value.coerceStringValue());
        }
    }

    String text() {
        return words.toString();
    }
}
