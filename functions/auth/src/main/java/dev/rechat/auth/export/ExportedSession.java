package dev.rechat.auth.export;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.persistence.account.Session;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where and when somebody was signed in; ended sessions, too. */
@Serdeable(naming = SnakeCaseStrategy.class)
record ExportedSession(
        SessionId id,
        String address,
        String userAgent,
        Instant createdAt,
        Instant lastSeenAt,
        @Nullable Instant endedAt)
        implements ExportRecord {

    static ExportedSession of(Session session) {
        return new ExportedSession(
                session.id(),
                session.address(),
                session.userAgent(),
                session.createdAt(),
                session.lastSeenAt(),
                session.endedAt());
    }

    /** What people own is never logged. */
    @Override
    public String toString() {
        return "ExportedSession[]";
    }
}
