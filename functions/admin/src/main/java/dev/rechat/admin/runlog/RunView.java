package dev.rechat.admin.runlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.runlog.run.WorkflowRun;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A run with its words.
 *
 * @param inputs JSON as text, as Dify told it; so are {@code outputs}
 * @param truncated what is not whole here: {@code inputs}, {@code outputs}
 * @param tooLarge which of those are larger than an answer holds, and were wanted whole
 * @param source how the request came: {@code web-app}, {@code service-api}, …; absent where nothing knows
 * @param pause the last one
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunView(
        RunRow run,
        String workflowId,
        String version,
        String createdByRole,
        @Nullable String source,
        @Nullable String error,
        @Nullable String inputs,
        String outputs,
        List<String> truncated,
        List<String> tooLarge,
        @Nullable PauseView pause) {

    RunView {
        truncated = List.copyOf(truncated);
        tooLarge = List.copyOf(tooLarge);
    }

    static RunView of(
            WorkflowRun run,
            WholeContent.Content content,
            RunNames.Known names,
            @Nullable String source,
            @Nullable PauseView pause) {
        return new RunView(
                RunRow.of(run, names),
                run.workflowId(),
                run.version(),
                run.createdByRole().wire(),
                source,
                run.error(),
                content.inputs(),
                Objects.requireNonNullElse(content.outputs(), run.outputs()),
                content.truncated(),
                content.tooLarge(),
                pause);
    }
}
