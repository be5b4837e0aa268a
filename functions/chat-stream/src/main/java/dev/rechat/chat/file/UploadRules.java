package dev.rechat.chat.file;

import dev.rechat.dify.DifyParameters;
import dev.rechat.dify.payload.SystemParameters;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.persistence.file.FileKind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses uploads that the app would not take anywhere, before Dify is asked. */
final class UploadRules {

    private static final long MEGABYTE = 1024L * 1024;

    private UploadRules() {}

    /**
     * @return as what the file is kept
     * @throws RefusedException {@code app_unavailable} when the app takes no files, {@code unsupported_media_type},
     *     {@code payload_too_large}
     */
    static FileKind check(DifyParameters app, String name, long bytes) {
        List<FileRules> places = places(app);
        if (places.isEmpty()) {
            throw new RefusedException(ErrorCode.APP_UNAVAILABLE, "the app takes no files");
        }
        FileKind kind = places.stream()
                .flatMap(place -> place.kindOf(name).stream())
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE, "the app does not take files of this type"));
        long megabytes = megabytes(app.systemParameters(), FileNames.kind(name));
        if (bytes > megabytes * MEGABYTE) {
            throw new RefusedException(
                    ErrorCode.PAYLOAD_TOO_LARGE, "the app takes files of this type up to " + megabytes + " MB");
        }
        return kind;
    }

    /** How large a file of this name may be. */
    static long maxBytes(DifyParameters app, String name) {
        return megabytes(app.systemParameters(), FileNames.kind(name)) * MEGABYTE;
    }

    private static List<FileRules> places(DifyParameters app) {
        Stream<FileRules> fields = app.userInputForm().stream()
                .filter(control -> "file".equals(control.control()) || "file-list".equals(control.control()))
                .map(FileRules::of);
        return Stream.concat(Stream.of(FileRules.of(app.fileUpload())), fields)
                .filter(FileRules::takesAny)
                .toList();
    }

    private static long megabytes(SystemParameters limits, FileKind kind) {
        return switch (kind) {
            case IMAGE -> orDefault(limits.imageFileSizeLimit(), 10);
            case VIDEO -> orDefault(limits.videoFileSizeLimit(), 100);
            case AUDIO -> orDefault(limits.audioFileSizeLimit(), 50);
            case DOCUMENT, CUSTOM -> orDefault(limits.fileSizeLimit(), 15);
        };
    }

    private static int orDefault(@Nullable Integer limit, int otherwise) {
        return Objects.requireNonNullElse(limit, otherwise);
    }
}
