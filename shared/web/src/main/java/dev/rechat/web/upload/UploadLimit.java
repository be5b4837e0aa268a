package dev.rechat.web.upload;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How much a person may send at once.
 *
 * @param maxBytes of one file; it is held in memory while it passes
 */
@ConfigurationProperties("rechat.files")
public record UploadLimit(
        @Bindable(defaultValue = "15728640") int maxBytes) {

    /** Room for what stands around the file in its body. */
    private static final int ENVELOPE = 64 * 1024;

    /** The largest body of a route that takes files. */
    public long maxBodyBytes() {
        return (long) maxBytes + ENVELOPE;
    }
}
