package dev.rechat.admin.setting;

import dev.rechat.web.request.StrictRequest;
import io.micronaut.json.tree.JsonNode;
import jakarta.validation.constraints.NotNull;

/** The new value of a setting, of whatever type that setting has. */
@StrictRequest
record ChangeSetting(@NotNull JsonNode value) {}
