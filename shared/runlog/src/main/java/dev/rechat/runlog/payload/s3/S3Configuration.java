package dev.rechat.runlog.payload.s3;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the bucket of payloads is reached; {@link S3Rule} has checked it.
 *
 * @param region what requests are signed for; null for that of the process
 * @param endpoint of a store that is not AWS: {@code https://objects.example.org:9000}
 * @param accessKey null for the credentials of the process
 * @param timeout to connect, and for each answer; nothing is tried again after it
 */
@ConfigurationProperties(S3Configuration.PREFIX)
record S3Configuration(
        @Nullable String region,
        @Nullable String endpoint,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @Bindable(defaultValue = "10s") Duration timeout) {

    static final String PREFIX = "runlog.s3";

    /** Without the secret. */
    @Override
    public String toString() {
        return "S3Configuration[" + (endpoint == null ? region : endpoint) + "]";
    }
}
