package dev.rechat.chat.file;

import dev.rechat.persistence.file.FileKind;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a file's extension tells: Dify judges by it alone. */
final class FileNames {

    private static final Map<FileKind, Set<String>> EXTENSIONS = Map.of(
            FileKind.IMAGE, Set.of("jpg", "jpeg", "png", "webp", "gif", "svg"),
            FileKind.VIDEO, Set.of("mp4", "mov", "mpeg", "webm"),
            FileKind.AUDIO, Set.of("mp3", "m4a", "wav", "amr", "mpga"),
            FileKind.DOCUMENT,
                    Set.of(
                            "txt",
                            "markdown",
                            "md",
                            "mdx",
                            "pdf",
                            "html",
                            "htm",
                            "xlsx",
                            "xls",
                            "vtt",
                            "properties",
                            "doc",
                            "docx",
                            "csv",
                            "eml",
                            "msg",
                            "pptx",
                            "ppt",
                            "xml",
                            "epub"));

    /** Where an extension is not the subtype itself; only what a browser may show needs to be here. */
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("mpga", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("txt", "text/plain"));

    private FileNames() {}

    /** Without a path and without what no name holds. */
    static String plain(String given) {
        return given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
    }

    /** Lower case, without the dot, empty for none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static FileKind kind(String name) {
        String extension = extension(name);
        return EXTENSIONS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(extension))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FileKind.CUSTOM);
    }

    static String mediaType(String name) {
        String extension = extension(name);
        String known = MEDIA_TYPES.get(extension);
        if (known != null) {
            return known;
        }
        return switch (kind(name)) {
            case IMAGE, VIDEO, AUDIO -> kind(name).wireName() + "/" + extension;
            case DOCUMENT, CUSTOM -> "application/octet-stream";
        };
    }
}
