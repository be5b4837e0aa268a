package dev.rechat.accounts.mail;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Where people find the house. Configured, never taken from a request: whoever asks for a link could write any host there. */
@Singleton
public final class PublicUrl {

    private final String base;

    public PublicUrl(@Value("${rechat.public-url:}") String configured) {
        this.base = configured.strip().replaceFirst("/+$", "");
    }

    /** Absolute; begins with {@code path}, for the web app to complete, where no public URL is configured. */
    public String of(String path) {
        return base + path;
    }
}
