package dev.rechat.kernel.account;

import dev.rechat.kernel.id.ApiKeyId;
import java.time.Instant;

/** Writes down when API keys are used, so that their owners see which ones are not. Blocks; fails as the database fails. */
@FunctionalInterface
public interface KeyUses {

    /** To the minute: what was written down less than a minute before stays. */
    void used(ApiKeyId key, Instant at);
}
