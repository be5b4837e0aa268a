package dev.rechat.persistence.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** Who may see and use an app. */
@Serdeable
public enum AppAudience {
    /** Everybody who may chat. */
    @JsonProperty("all")
    ALL,
    /** The members of the groups that it was given to. */
    @JsonProperty("groups")
    GROUPS
}
