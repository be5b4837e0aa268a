package dev.rechat.dify;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;

/** The body of a form that was filled in. */
@Serdeable.Serializable
record FormBody(JsonNode inputs, String action, String user) {

    FormBody {
        if (!inputs.isObject()) {
            throw new IllegalArgumentException("inputs must be a JSON object");
        }
        if (user.isBlank()) {
            throw new IllegalArgumentException("user must not be blank");
        }
    }
}
