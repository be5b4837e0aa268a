package dev.rechat.chat.openai.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a chunk adds to the message. */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Delta(
        @Nullable String role,
        @Nullable String content,
        @Nullable String reasoningContent,
        @Nullable List<Annotation> annotations) {

    static final Delta FIRST = new Delta("assistant", "", null, null);
    static final Delta NOTHING = new Delta(null, null, null, null);

    static Delta content(String text) {
        return new Delta(null, text, null, null);
    }

    static Delta reasoning(String text) {
        return new Delta(null, null, text, null);
    }

    static Delta annotations(List<Annotation> sources) {
        return new Delta(null, null, null, sources);
    }
}
