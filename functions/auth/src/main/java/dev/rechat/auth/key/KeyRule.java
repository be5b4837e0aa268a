package dev.rechat.auth.key;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What binds a key and need not. */
@Serdeable
enum KeyRule {
    @JsonProperty("apps")
    APPS,
    @JsonProperty("requests_per_minute")
    REQUESTS_PER_MINUTE,
    @JsonProperty("expires_at")
    EXPIRES_AT
}
