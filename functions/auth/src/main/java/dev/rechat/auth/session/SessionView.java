package dev.rechat.auth.session;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.persistence.account.Session;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;

/**
 * A session as its owner sees it.
 *
 * @param userAgent what its program calls itself; empty when it does not say
 * @param address where it was last renewed from; empty when that is not known
 * @param lastSeenAt when it began or was last renewed
 * @param current whether it is the one that asks
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SessionView(
        SessionId id, String userAgent, String address, Instant createdAt, Instant lastSeenAt, boolean current) {

    static SessionView of(Session session, SessionId current) {
        return new SessionView(
                session.id(),
                session.userAgent(),
                session.address(),
                session.createdAt(),
                session.lastSeenAt(),
                session.id().equals(current));
    }

    @Override
    public String toString() {
        return "SessionView[id=" + id + "]";
    }
}
