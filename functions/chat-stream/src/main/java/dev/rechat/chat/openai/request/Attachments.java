package dev.rechat.chat.openai.request;

import dev.rechat.chat.file.Enclosure;
import dev.rechat.kernel.error.FieldError;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.FileId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the parts of a question that are no text. */
final class Attachments {

    private static final String SCHEME = "data:";
    private static final String BASE64 = ";base64";

    /** A signed address of a store of objects has some 2,000. */
    private static final int MAX_ADDRESS = 4_096;

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final List<FieldError> problems = new ArrayList<>();

    private Attachments() {}

    /** @throws ValidationException naming every part that is not understood or not taken */
    static List<Enclosure> read(List<Part> parts) {
        var read = new Attachments();
        List<Enclosure> enclosures =
                parts.stream().flatMap(part -> read.enclosure(part).stream()).toList();
        if (!read.problems.isEmpty()) {
            throw new ValidationException(read.problems);
        }
        return enclosures;
    }

    private Optional<Enclosure> enclosure(Part part) {
        return switch (part.kind()) {
            case IMAGE ->
                isData(part.value())
                        ? Optional.of(Enclosure.Inline.image(part.field(), base64(part.value())))
                        : address(part);
            case FILE -> file(part);
            case UPLOAD -> upload(part);
            case AUDIO ->
                problem(part, "unsupported_parameter", "recordings are not taken; send what was said as text");
        };
    }

    private Optional<Enclosure> file(Part part) {
        if (part.value().isEmpty()) {
            return problem(part, "required", "must have file_data or file_id");
        }
        return Optional.of(new Enclosure.Inline(part.field(), part.name(), base64(part.value()), false));
    }

    private Optional<Enclosure> upload(Part part) {
        try {
            return Optional.of(new Enclosure.Upload(part.field(), FileId.of(part.value())));
        } catch (IllegalArgumentException notOurs) {
            return problem(part, "not_found", "is no file that was uploaded here");
        }
    }

    private Optional<Enclosure> address(Part part) {
        try {
            if (part.value().length() > MAX_ADDRESS) {
                return problem(part, "too_long", "an address may have " + MAX_ADDRESS + " characters");
            }
            URI address = new URI(part.value());
            String scheme = address.getScheme();
            if (scheme == null
                    || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                    || address.getHost() == null
                    || address.getRawUserInfo() != null) {
                return problem(
                        part, "invalid", "must be a data URL of base64, or an http(s) address without a password");
            }
            return Optional.of(new Enclosure.Image(part.field(), address));
        } catch (URISyntaxException noAddress) {
            return problem(part, "invalid", "is no address");
        }
    }

    private Optional<Enclosure> problem(Part part, String code, String message) {
        problems.add(new FieldError(part.field(), code, message));
        return Optional.empty();
    }

    /** RFC 2397, as far as anybody writes it; what type it names is not believed anyway. */
    private static boolean isData(String text) {
        int comma = text.indexOf(',');
        return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && text.regionMatches(true, comma - BASE64.length(), BASE64, 0, BASE64.length());
    }

    /** What stands behind the head of a data URL, or all of it. */
    private static String base64(String text) {
        return isData(text) ? text.substring(text.indexOf(',') + 1) : text;
    }
}
