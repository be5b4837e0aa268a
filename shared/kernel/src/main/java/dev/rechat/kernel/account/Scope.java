package dev.rechat.kernel.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What an API key was made for. It never gives more than its owner has. */
@Serdeable
public enum Scope {
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("read")
    READ,
    @JsonProperty("admin")
    ADMIN
}
