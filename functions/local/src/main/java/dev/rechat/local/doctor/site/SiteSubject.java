package dev.rechat.local.doctor.site;

import org.jspecify.annotations.Nullable;

/**
 * A ReChat that is to be looked at.
 *
 * @param apiKey to ask an app through it; null when nothing is to be asked
 * @param app its id or slug
 * @param question what to ask it
 */
public record SiteSubject(
        String url,
        @Nullable String apiKey,
        @Nullable String app,
        @Nullable String question) {

    /** Without the key. */
    @Override
    public String toString() {
        return "SiteSubject[" + url + "]";
    }
}
