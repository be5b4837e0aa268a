package dev.rechat.web.upload;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One part of a form: its header and where its content lies. */
record Part(String header, ByteBuffer content) {

    private static final Pattern DISPOSITION =
            Pattern.compile("(?im)^content-disposition:[ \\t]*form-data([^\\r\\n]*)$");
    private static final Pattern TYPE =
            Pattern.compile("(?im)^content-type:[ \\t]*([!#$&^_.+0-9A-Z-]+/[!#$&^_.+0-9A-Z-]+)");
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    /** Empty when it has none, which makes it no part of a form. */
    String name() {
        String name = parameter("name");
        return name == null ? "" : name;
    }

    boolean isFile() {
        return parameter("filename") != null;
    }

    String text() {
        return StandardCharsets.UTF_8.decode(content.duplicate()).toString();
    }

    FormFile file() {
        String given = parameter("filename");
        String name = given == null ? "" : given;
        // Some browsers once sent the whole path.
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        Matcher type = TYPE.matcher(header);
        String mediaType = type.find() ? type.group(1).toLowerCase(Locale.ROOT) : UNKNOWN_TYPE;
        return new FormFile(withoutControls(name), mediaType, content.asReadOnlyBuffer());
    }

    private static String withoutControls(String name) {
        return name.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private @Nullable String parameter(String key) {
        Matcher disposition = DISPOSITION.matcher(header);
        if (!disposition.find()) {
            return null;
        }
        Matcher value = Pattern.compile("(?i);[ \\t]*" + key + "=(?:\"([^\"]*)\"|([^\\s;\"]+))")
                .matcher(disposition.group(1));
        if (!value.find()) {
            return null;
        }
        String text = value.group(1) == null ? value.group(2) : value.group(1);
        // What the WHATWG HTML text lets browsers escape.
        return text.replace("%22", "\"").replaceAll("(?i)%0[AD]", " ");
    }
}
