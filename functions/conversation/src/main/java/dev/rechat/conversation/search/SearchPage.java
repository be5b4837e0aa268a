package dev.rechat.conversation.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param nextCursor what to go on with; null when there is nothing more
 * @param complete whether everything was looked through, back to the oldest conversation
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record SearchPage(List<SearchResult> data, @Nullable String nextCursor, boolean complete) {}
