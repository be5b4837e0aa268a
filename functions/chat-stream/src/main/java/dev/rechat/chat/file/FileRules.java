package dev.rechat.chat.file;

import dev.rechat.dify.payload.FileUpload;
import dev.rechat.dify.payload.InputControl;
import dev.rechat.persistence.file.FileKind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which files one place of an app takes: its messages, or a field of its input form.
 *
 * @param kinds none where no file is taken
 * @param extensions for {@link FileKind#CUSTOM}, lower case without dots
 * @param maxCount most files at once
 */
public record FileRules(Set<FileKind> kinds, Set<String> extensions, int maxCount) {

    private static final String UPLOADED = "local_file";
    private static final String FETCHED = "remote_url";
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final FileRules NONE = new FileRules(Set.of(), Set.of(), 0);

    /** What messages may carry; older apps know images only. */
    public static FileRules of(FileUpload upload) {
        return of(upload, UPLOADED);
    }

    /** The same for files that Dify is to fetch from an address. */
    static FileRules ofAddresses(FileUpload upload) {
        return of(upload, FETCHED);
    }

    private static FileRules of(FileUpload upload, String method) {
        if (Boolean.TRUE.equals(upload.enabled())) {
            return of(
                    upload.allowedFileTypes(),
                    upload.allowedFileExtensions(),
                    upload.allowedFileUploadMethods(),
                    method,
                    upload.numberLimits());
        }
        FileUpload.Image image = upload.image();
        if (image == null || !Boolean.TRUE.equals(image.enabled())) {
            return NONE;
        }
        return of(List.of(FileKind.IMAGE.wireName()), List.of(), image.transferMethods(), method, image.numberLimits());
    }

    /** What a control of the kinds {@code file} and {@code file-list} takes. */
    public static FileRules of(InputControl control) {
        return of(
                control.allowedFileTypes(),
                control.allowedFileExtensions(),
                control.allowedFileUploadMethods(),
                UPLOADED,
                "file".equals(control.control()) ? Integer.valueOf(1) : control.maxLength());
    }

    private static FileRules of(
            List<String> types,
            List<String> extensions,
            List<String> methods,
            String method,
            @Nullable Integer maxCount) {
        if (!methods.isEmpty() && !methods.contains(method)) {
            return NONE;
        }
        Set<FileKind> kinds = types.isEmpty()
                ? EnumSet.allOf(FileKind.class)
                : types.stream().flatMap(type -> FileKind.of(type).stream()).collect(Collectors.toSet());
        return new FileRules(Set.copyOf(kinds), lowerCase(extensions), maxCount == null ? UNLIMITED : maxCount);
    }

    private static Set<String> lowerCase(Collection<String> extensions) {
        return extensions.stream()
                .map(extension -> extension.toLowerCase(Locale.ROOT))
                .map(extension -> extension.startsWith(".") ? extension.substring(1) : extension)
                .collect(Collectors.toSet());
    }

    boolean takesAny() {
        return !kinds.isEmpty();
    }

    /** As what Dify is told a file of this name, empty when it is not taken. */
    Optional<FileKind> kindOf(String name) {
        FileKind kind = FileNames.kind(name);
        if (kind != FileKind.CUSTOM && kinds.contains(kind)) {
            return Optional.of(kind);
        }
        boolean byExtension = kinds.contains(FileKind.CUSTOM)
                && (extensions.isEmpty() || extensions.contains(FileNames.extension(name)));
        return byExtension ? Optional.of(FileKind.CUSTOM) : Optional.empty();
    }
}
