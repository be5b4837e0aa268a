package dev.rechat.dify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a generation request.
 *
 * @param inputs required by Dify, also when empty
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record GenerationBody(
        JsonNode inputs,
        @Nullable String query,
        String user,
        String responseMode,
        @Nullable String conversationId,
        @Nullable List<DifyInputFile> files,
        @Nullable Boolean autoGenerateName,
        @Nullable String traceId) {

    static GenerationBody of(DifyRequest request, String responseMode, @Nullable String traceId) {
        List<DifyInputFile> files = request.files().isEmpty() ? null : request.files();
        return switch (request) {
            case DifyRequest.Chat chat ->
                new GenerationBody(
                        chat.inputs(),
                        chat.query(),
                        chat.user(),
                        responseMode,
                        chat.conversationId(),
                        files,
                        chat.autoGenerateName(),
                        traceId);
            case DifyRequest.Completion completion ->
                new GenerationBody(
                        completion.inputs(),
                        completion.query(),
                        completion.user(),
                        responseMode,
                        null,
                        files,
                        null,
                        traceId);
            case DifyRequest.Workflow workflow ->
                new GenerationBody(workflow.inputs(), null, workflow.user(), responseMode, null, files, null, traceId);
        };
    }
}
