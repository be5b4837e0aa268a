package dev.rechat.conversations.probe;

import dev.rechat.kernel.error.ValidationException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a Dify Service API is: scheme, host, port and path, without a final slash. */
public record BaseUrl(URI value) {

    private static final Pattern FINAL_SLASHES = Pattern.compile("/+$");
    private static final int MAX_PORT = 65_535;

    /** Reads and normalises one. @throws ValidationException when it is not an address a key may be sent to */
    public static BaseUrl parse(String text) {
        URI given = uri(text.strip());
        String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw invalid("must begin with https:// or http://");
        }
        if (given.getHost() == null || given.getPort() == 0 || given.getPort() > MAX_PORT) {
            throw invalid("must name a host, and a port if it is not the usual one");
        }
        if (given.getRawUserInfo() != null) {
            throw invalid("must not hold a user name or password");
        }
        if (given.getRawQuery() != null || given.getRawFragment() != null) {
            throw invalid("must have neither a query nor a fragment");
        }
        String port = given.getPort() < 0 ? "" : ":" + given.getPort();
        String path = FINAL_SLASHES.matcher(given.normalize().getRawPath()).replaceAll("");
        return new BaseUrl(uri(scheme + "://" + given.getHost().toLowerCase(Locale.ROOT) + port + path));
    }

    /** Whether both are the same party, to whom a key that one of them has may be sent. */
    public boolean sameOrigin(BaseUrl other) {
        return value.getScheme().equals(other.value.getScheme())
                && value.getHost().equals(other.value.getHost())
                && value.getPort() == other.value.getPort();
    }

    /** Scheme, host and port, nothing of the path. */
    public String origin() {
        return value.getScheme() + "://" + value.getRawAuthority();
    }

    @Override
    public String toString() {
        return value.toString();
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException notAUri) {
            throw invalid("is not a URL");
        }
    }

    private static ValidationException invalid(String message) {
        return new ValidationException("base_url", "invalid", message);
    }
}
