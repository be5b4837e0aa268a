package dev.rechat.admin.runlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of runs, newest first.
 *
 * @param search how words are found: {@code full_text} or {@code substring}
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record RunList(List<RunRow> data, @Nullable String nextCursor, String search) {

    RunList {
        data = List.copyOf(data);
    }
}
