package dev.rechat.web.error;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.error.FieldError;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Map;

/**
 * The body of every error (RFC 9457). It never holds an exception's message, SQL or the name of a class.
 *
 * @param code stable, see {@link dev.rechat.kernel.error.ErrorCode}; what clients branch on
 * @param detail a sentence for the person who reads the answer
 * @param instance the path that was asked for, without its query
 * @param requestId what the log lines of this request carry
 * @param errors left out when empty
 * @param members what a program needs beside the code, such as the id of the turn that is in the way
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String instance,
        String requestId,
        List<FieldError> errors,
        @JsonAnyGetter Map<String, String> members) {

    /** The media type it is sent with. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
        members = Map.copyOf(members);
    }
}
