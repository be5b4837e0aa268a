package dev.rechat.chat.openai.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * A source of an answer in OpenAI's form. Dify's sources are pieces of documents and have no address of their own, so the URL is a
 * name; the piece itself stands beside it.
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record Annotation(String type, UrlCitation urlCitation) {

    @Serdeable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UrlCitation(
            int startIndex,
            int endIndex,
            String title,
            String url,
            @Nullable String content,
            @Nullable Double score) {}

    static Annotation of(int position, int textLength, String title, @Nullable String content, @Nullable Double score) {
        return new Annotation(
                "url_citation",
                new UrlCitation(textLength, textLength, title, "urn:rechat:source:" + position, content, score));
    }
}
