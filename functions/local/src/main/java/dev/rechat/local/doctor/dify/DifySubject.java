package dev.rechat.local.doctor.dify;

import org.jspecify.annotations.Nullable;

/**
 * An app of a Dify that is to be looked at.
 *
 * @param name what it is called in the report
 * @param mode what it was when it was added; null where any will do
 */
public record DifySubject(
        String name,
        String url,
        String key,
        @Nullable String spareKey,
        @Nullable String mode) {

    /** Without the keys. */
    @Override
    public String toString() {
        return "DifySubject[" + name + ", " + url + "]";
    }
}
