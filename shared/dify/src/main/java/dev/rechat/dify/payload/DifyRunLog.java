package dev.rechat.dify.payload;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked a workflow app for a run, as Dify has noted it.
 *
 * @param workflowRun null when the run is gone
 * @param createdFrom {@code service-api}, {@code web-app}, {@code installed-app} or {@code openapi}
 * @param createdByRole {@code account} or {@code end_user}
 */
@Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
public record DifyRunLog(
        @Nullable String id,
        @Nullable Run workflowRun,
        @Nullable String createdFrom,
        @Nullable String createdByRole,
        @Nullable Person createdByAccount,
        @Nullable Person createdByEndUser,

        @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
        Instant createdAt) {

    /**
     * The run without its content.
     *
     * @param status as in {@link DifyRunDetail}
     * @param triggeredFrom such as {@code app-run}
     * @param version of the workflow
     * @param exceptionsCount failures that the graph handled
     */
    @Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
    public record Run(
            @Nullable String id,
            @Nullable String version,
            @Nullable String status,
            @Nullable String triggeredFrom,
            @Nullable String error,

            @Serdeable.Deserializable(using = Seconds.class) @Nullable
            Duration elapsedTime,

            @Nullable Long totalTokens,
            @Nullable Integer totalSteps,

            @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
            Instant createdAt,

            @Serdeable.Deserializable(using = EpochSeconds.class) @Nullable
            Instant finishedAt,

            @Nullable Integer exceptionsCount) {}

    /** Somebody Dify knows, by Dify's id. */
    @Serdeable.Deserializable(naming = SnakeCaseStrategy.class)
    public record Person(@Nullable String id) {}
}
