package dev.rechat.chat.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What files begin with. Dify believes a name; whoever sends a file without a browser between may write any. */
final class FileContents {

    private static final Predicate<byte[]> ZIP = begins("504b0304");
    private static final Predicate<byte[]> OLE = begins("d0cf11e0a1b11ae1");
    private static final Predicate<byte[]> ISO_MEDIA = at(4, "ftyp");
    private static final Predicate<byte[]> JPEG = begins("ffd8ff");
    private static final Predicate<byte[]> MP3 =
            begins("494433").or(bytes -> bytes.length > 1 && bytes[0] == (byte) 0xff && (bytes[1] & 0xe0) == 0xe0);

    /** Everything else that the kinds of {@link FileNames} know is text. */
    private static final Map<String, Predicate<byte[]>> BY_EXTENSION = Map.ofEntries(
            Map.entry("png", begins("89504e470d0a1a0a")),
            Map.entry("jpg", JPEG),
            Map.entry("jpeg", JPEG),
            Map.entry("gif", at(0, "GIF8")),
            Map.entry("webp", at(0, "RIFF").and(at(8, "WEBP"))),
            Map.entry("pdf", at(0, "%PDF-")),
            Map.entry("docx", ZIP),
            Map.entry("xlsx", ZIP),
            Map.entry("pptx", ZIP),
            Map.entry("epub", ZIP),
            Map.entry("doc", OLE),
            Map.entry("xls", OLE),
            Map.entry("ppt", OLE),
            Map.entry("msg", OLE),
            Map.entry("wav", at(0, "RIFF").and(at(8, "WAVE"))),
            Map.entry("mp3", MP3),
            Map.entry("mpga", MP3),
            Map.entry("amr", at(0, "#!AMR")),
            Map.entry("m4a", ISO_MEDIA),
            Map.entry("mp4", ISO_MEDIA),
            Map.entry("mov", ISO_MEDIA),
            Map.entry("webm", begins("1a45dfa3")),
            Map.entry("mpeg", begins("000001")));

    /** Those that a file without a name is recognised as. A container says too little. */
    private static final List<String> RECOGNISED = List.of("png", "jpg", "gif", "webp", "pdf");

    private static final Set<String> PICTURES = Set.of("png", "jpg", "gif", "webp");

    private FileContents() {}

    /** The extension of what this certainly is. */
    static Optional<String> recognise(byte[] bytes) {
        return RECOGNISED.stream().filter(extension -> holds(extension, bytes)).findFirst();
    }

    /** The extension of a picture; none of SVG, which is a program. */
    static Optional<String> picture(byte[] bytes) {
        return recognise(bytes).filter(PICTURES::contains);
    }

    /** Whether a file of this name may hold this. Of types that only an app knows nothing can be said. */
    static boolean fits(String name, byte[] bytes) {
        String extension = FileNames.extension(name);
        if (BY_EXTENSION.containsKey(extension)) {
            return holds(extension, bytes);
        }
        return switch (FileNames.kind(name)) {
            case IMAGE, VIDEO, AUDIO, DOCUMENT -> isText(bytes);
            case CUSTOM -> true;
        };
    }

    private static boolean holds(String extension, byte[] bytes) {
        Predicate<byte[]> known = BY_EXTENSION.get(extension);
        return known != null && known.test(bytes);
    }

    /** UTF-16 is full of zeros, and begins with a mark. */
    private static boolean isText(byte[] bytes) {
        if (begins("feff").test(bytes) || begins("fffe").test(bytes)) {
            return true;
        }
        for (byte each : bytes) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    private static Predicate<byte[]> begins(String hex) {
        return at(0, HexFormat.of().parseHex(hex));
    }

    private static Predicate<byte[]> at(int offset, String ascii) {
        return at(offset, ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static Predicate<byte[]> at(int offset, byte[] sign) {
        return bytes -> bytes.length >= offset + sign.length
                && Arrays.equals(bytes, offset, offset + sign.length, sign, 0, sign.length);
    }
}
