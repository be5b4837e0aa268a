package dev.rechat.persistence.audit;

import org.jspecify.annotations.Nullable;

/**
 * An event as it is shown.
 *
 * @param actorEmail null when nobody was signed in, or the account is gone
 * @param position in the chain; null as long as it is not sealed, as is {@code hash}
 */
public record ListedEvent(
        AuditEvent event,
        @Nullable String actorEmail,
        @Nullable Long position,
        @Nullable String hash) {

    /** Addresses of people are never logged. */
    @Override
    public String toString() {
        return "ListedEvent[id=" + event.id() + ", action=" + event.action() + "]";
    }
}
