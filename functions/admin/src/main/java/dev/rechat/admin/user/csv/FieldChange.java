package dev.rechat.admin.user.csv;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What becomes different about somebody, in the form of a cell. */
@Serdeable
record FieldChange(
        String field,

        @JsonProperty("old") @JsonInclude(JsonInclude.Include.ALWAYS)
        String oldValue,

        @JsonProperty("new") @JsonInclude(JsonInclude.Include.ALWAYS)
        String newValue) {

    @Override
    public String toString() {
        return "FieldChange[field=" + field + "]";
    }
}
