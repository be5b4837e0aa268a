package dev.rechat.admin.setting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of a setting.
 *
 * @param by left out for the program itself
 * @param oldValue what held before, the default included
 */
@Serdeable
record SettingChangeView(
        Instant at,
        @Nullable EditorView by,

        @JsonProperty("old") @JsonInclude(JsonInclude.Include.ALWAYS)
        JsonNode oldValue,

        @JsonProperty("new") @JsonInclude(JsonInclude.Include.ALWAYS)
        JsonNode newValue) {}
