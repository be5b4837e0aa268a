package dev.rechat.admin.removal;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.removal.DifyDeletion;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A thread that is still to be deleted at Dify: which app's, and what keeps it. Whose it is, and its name over there, is
 * nobody's business.
 */
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record DifyDeletionView(
        long id, AppId appId, int attempts, @Nullable String lastError, Instant nextAttemptAt, Instant createdAt) {

    static DifyDeletionView of(DifyDeletion thread) {
        return new DifyDeletionView(
                thread.id(),
                thread.appId(),
                thread.attempts(),
                thread.lastError(),
                thread.nextAttemptAt(),
                thread.createdAt());
    }
}
