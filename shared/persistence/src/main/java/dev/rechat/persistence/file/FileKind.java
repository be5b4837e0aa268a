package dev.rechat.persistence.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How Dify groups files. */
public enum FileKind {
    IMAGE,
    DOCUMENT,
    AUDIO,
    VIDEO,
    /** Judged by its extension alone. */
    CUSTOM;

    /** As Dify and our API write it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FileKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }
}
