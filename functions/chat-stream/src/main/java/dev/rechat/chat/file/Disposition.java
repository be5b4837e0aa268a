package dev.rechat.chat.file;

import dev.rechat.persistence.file.StoredFile;
import dev.rechat.web.download.ContentDisposition;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a browser is to treat a file.
 *
 * @param header by RFC 6266
 */
record Disposition(String mediaType, String header) {

    private static final Pattern MEDIA_TYPE = Pattern.compile("[!#$&^_.+0-9a-z-]+/[!#$&^_.+0-9a-z-]+");

    /** SVG is an image that holds scripts. */
    private static final Pattern SHOWN =
            Pattern.compile("image/(?!svg)[a-z0-9.+-]+|audio/[a-z0-9.+-]+|video/[a-z0-9.+-]+|application/pdf");

    private static final String UNKNOWN = "application/octet-stream";

    static Disposition of(StoredFile file, boolean download) {
        String type = file.mediaType().toLowerCase(Locale.ROOT);
        boolean shown = !download && SHOWN.matcher(type).matches();
        return new Disposition(
                MEDIA_TYPE.matcher(type).matches() ? type : UNKNOWN,
                shown ? ContentDisposition.inline(file.name()) : ContentDisposition.attachment(file.name()));
    }
}
