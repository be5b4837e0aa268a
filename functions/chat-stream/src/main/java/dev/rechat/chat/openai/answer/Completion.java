package dev.rechat.chat.openai.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.error.ErrorCode;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer in one piece. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Completion(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        @Nullable TokenUsage usage) {

    static final Heard.Broken CUT = new Heard.Broken(
            ErrorCode.TURN_INTERRUPTED, "the answer goes on, but not here; it is kept in the conversation");

    public Completion {
        choices = List.copyOf(choices);
    }

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude
    record Choice(int index, Message message, @Nullable String logprobs, String finishReason) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(
            String role,
            String content,
            @JsonInclude @Nullable String refusal,
            @Nullable String reasoningContent,
            @Nullable List<Annotation> annotations) {}
}
