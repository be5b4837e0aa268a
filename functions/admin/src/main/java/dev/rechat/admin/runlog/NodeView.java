package dev.rechat.admin.runlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one node did, with its words: JSON as text, as Dify told it.
 *
 * @param truncated which of {@code inputs}, {@code process_data} and {@code outputs} are not whole here
 * @param tooLarge which of those are larger than an answer holds, and were wanted whole
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record NodeView(
        NodeRow node,
        @Nullable String inputs,
        @Nullable String processData,
        @Nullable String outputs,
        @Nullable String metadata,
        List<String> truncated,
        List<String> tooLarge) {

    NodeView {
        truncated = List.copyOf(truncated);
        tooLarge = List.copyOf(tooLarge);
    }
}
