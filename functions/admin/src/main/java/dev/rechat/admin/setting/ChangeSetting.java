package dev.rechat.admin.setting;

import dev.rechat.web.json.AnyJson;
import dev.rechat.web.request.StrictRequest;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;

/** The new value of a setting, of whatever type that setting has; {@code null} is one for some. */
@StrictRequest
record ChangeSetting(
        @NotNull @Serdeable.Deserializable(using = AnyJson.class)
        JsonNode value) {}
