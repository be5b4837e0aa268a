package dev.rechat.dify.payload;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some runs of a workflow app, newest first. @param hasMore whether an older one follows */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record DifyRunLogPage(@Nullable Long total, @Nullable Boolean hasMore, List<DifyRunLog> data) {
    public DifyRunLogPage {
        data = Present.list(data);
    }
}
