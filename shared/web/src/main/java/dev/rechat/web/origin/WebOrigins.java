package dev.rechat.web.origin;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code RECHAT_WEB_ORIGINS}: {@code https://chat.example.org}, several separated by commas. */
final class WebOrigins {

    static final String PROPERTY = "rechat.web.origins";

    private WebOrigins() {}

    /** @throws IllegalArgumentException for one that is no origin */
    static Set<String> parse(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(WebOrigins::origin)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Scheme, host and port as browsers write them (RFC 6454, 6.2): lower case, no port where it is the usual one. */
    static String origin(String text) {
        URI uri = URI.create(text);
        String scheme = lower(uri.getScheme());
        if (!(scheme.equals("https") || scheme.equals("http"))
                || uri.getHost() == null
                || uri.getUserInfo() != null
                || !lower(text).equals(scheme + "://" + lower(uri.getRawAuthority()))) {
            throw new IllegalArgumentException("no origin");
        }
        int usual = scheme.equals("https") ? 443 : 80;
        return scheme + "://" + lower(uri.getHost())
                + (uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort());
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
