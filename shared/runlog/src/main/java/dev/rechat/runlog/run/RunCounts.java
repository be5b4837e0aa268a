package dev.rechat.runlog.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;

/** How many runs there are; paused ones count in {@code total} only. The last key has a hyphen, as in Dify's answers. */
@Serdeable
public record RunCounts(
        long total,
        long running,
        long succeeded,
        long failed,
        long stopped,

        @JsonProperty("partial-succeeded") long partialSucceeded) {}
