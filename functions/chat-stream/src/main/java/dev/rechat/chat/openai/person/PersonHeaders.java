package dev.rechat.chat.openai.person;

import dev.rechat.accounts.profile.EmailAddress;
import dev.rechat.kernel.error.ValidationException;
import io.micronaut.http.HttpHeaders;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Open WebUI's headers that tell, unsigned, who asks ({@code ENABLE_FORWARD_USER_INFO_HEADERS}). */
final class PersonHeaders {

    static final String ID = "X-OpenWebUI-User-Id";
    static final String EMAIL = "X-OpenWebUI-User-Email";
    static final String NAME = "X-OpenWebUI-User-Name";

    private static final int MAX_LENGTH = 1_000;
    private static final Pattern ENCODED = Pattern.compile("(?:[^%]|%[0-9A-Fa-f]{2})*+");

    private PersonHeaders() {}

    /** Whether somebody is named at all. */
    static boolean name(HttpHeaders headers) {
        return !(one(headers, ID).isEmpty()
                && one(headers, EMAIL).isEmpty()
                && one(headers, NAME).isEmpty());
    }

    /** @throws ValidationException when somebody is named and their address is not, or is none */
    static Optional<NamedPerson> read(HttpHeaders headers) {
        if (!name(headers)) {
            return Optional.empty();
        }
        String email = decoded(one(headers, EMAIL));
        return Optional.of(NamedPerson.of(address(email), decoded(one(headers, NAME)), false));
    }

    private static EmailAddress address(String text) {
        try {
            return EmailAddress.parse(text);
        } catch (ValidationException _) {
            throw new ValidationException(EMAIL, "invalid", "must be the e-mail address of the person who asks");
        }
    }

    /** Who may add a header on the way and who sent the first one are not told apart, so there is to be one. */
    private static String one(HttpHeaders headers, String name) {
        List<String> all = headers.getAll(name);
        if (all.size() > 1) {
            throw new ValidationException(name, "invalid", "must be there once");
        }
        String value = all.isEmpty() ? "" : all.getFirst().strip();
        if (value.length() > MAX_LENGTH) {
            throw new ValidationException(name, "too_long", "must have at most " + MAX_LENGTH + " characters");
        }
        return value;
    }

    /** Newer versions of Open WebUI encode what headers cannot hold; a plus is a plus, and an odd percent sign itself. */
    private static String decoded(String value) {
        return value.indexOf('%') >= 0 && ENCODED.matcher(value).matches()
                ? URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8)
                : value;
    }
}
