package dev.rechat.persistence.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** What people are shown of the nodes of a run. */
@Serdeable
public enum NodeDetail {
    @JsonProperty("none")
    NONE,
    /** That there are some and how they went, not what goes in and comes out. */
    @JsonProperty("steps")
    STEPS,
    @JsonProperty("full")
    FULL
}
