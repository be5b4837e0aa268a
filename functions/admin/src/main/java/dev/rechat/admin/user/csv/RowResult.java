package dev.rechat.admin.user.csv;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rechat.kernel.error.FieldError;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What becomes of a row.
 *
 * @param line of the file on which it begins
 * @param email as the account has it, or as it stands in the file where it is none
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RowResult(int line, String email, Outcome outcome, List<FieldChange> changes, List<FieldError> errors) {

    RowResult {
        changes = List.copyOf(changes);
        errors = List.copyOf(errors);
    }

    @Serdeable
    enum Outcome {
        @JsonProperty("created")
        CREATED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("failed")
        FAILED
    }

    @Override
    public String toString() {
        return "RowResult[line=" + line + ", outcome=" + outcome + "]";
    }
}
