package dev.rechat.kernel.account;

import dev.rechat.kernel.id.ApiKeyId;
import java.time.Duration;
import java.util.Optional;

/** Counts the requests of API keys that have a limit, over all processes. Blocks; fails as the database fails. */
@FunctionalInterface
public interface KeyLimits {

    /** Counts one request. @return how long to wait when there were so many in this minute already; it is not counted then */
    Optional<Duration> admit(ApiKeyId key, int requestsPerMinute);
}
