package dev.rechat.chat.file;

import dev.rechat.dify.payload.DifyFile;
import dev.rechat.persistence.file.FileKind;
import dev.rechat.persistence.file.StoredFile;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Dify's several ways to describe an answer's file amount to. */
final class AnswerFiles {

    private static final String UNNAMED = "file";

    /** What a database text holds in any script; a signed address has some hundreds. */
    private static final int MAX_URL = 16_000;

    private AnswerFiles() {}

    /** The id that Dify finds the file by, where it names one. */
    static @Nullable String difyId(DifyFile file) {
        return Stream.of(file.uploadFileId(), file.relatedId(), file.id())
                .filter(Objects::nonNull)
                .filter(id -> !id.isBlank() && id.length() <= StoredFile.MAX_NAME)
                .findFirst()
                .orElse(null);
    }

    static @Nullable String url(@Nullable String signed, @Nullable String remote) {
        String url = signed == null || signed.isBlank() ? remote : signed;
        return url == null || url.isBlank() || url.length() > MAX_URL ? null : url;
    }

    static String name(@Nullable String given, @Nullable String url) {
        String name = given == null || given.isBlank() ? lastSegment(url) : given;
        return cut(name.isBlank() ? UNNAMED : name);
    }

    static String mediaType(@Nullable String given, String name) {
        return given == null || given.isBlank() ? FileNames.mediaType(name) : cut(given);
    }

    static FileKind kind(@Nullable String given, String name) {
        return Optional.ofNullable(given).flatMap(FileKind::of).orElseGet(() -> FileNames.kind(name));
    }

    private static String lastSegment(@Nullable String url) {
        if (url == null) {
            return "";
        }
        try {
            String path = Objects.requireNonNullElse(URI.create(url).getPath(), "");
            return path.substring(path.lastIndexOf('/') + 1);
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    /** Never within a character. */
    static String cut(String text) {
        if (text.length() <= StoredFile.MAX_NAME) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(StoredFile.MAX_NAME - 1))
                ? StoredFile.MAX_NAME - 1
                : StoredFile.MAX_NAME;
        return text.substring(0, end);
    }
}
