package dev.rechat.web.origin;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other sites from using the cookies of our auth routes, and from signing somebody into an account of theirs. Requests
 * with a token are not concerned: no browser adds that by itself. Browsers tell where a request comes from, in headers that
 * no page can set; programs that are not browsers tell nothing and have no cookies to steal.
 */
@ServerFilter("/api/v1/auth/**")
final class SameOrigin implements Ordered {

    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private final Set<String> allowed;

    SameOrigin(@Value("${" + WebOrigins.PROPERTY + ":}") String origins) {
        allowed = WebOrigins.parse(origins);
    }

    /** Before anybody looks at cookies. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @RequestFilter
    void check(HttpRequest<?> request) {
        if (changes(request) && !request.getHeaders().contains(HttpHeaders.AUTHORIZATION) && !ofOurs(request)) {
            throw new RefusedException(ErrorCode.FORBIDDEN, "another site may not do that");
        }
    }

    private static boolean changes(HttpRequest<?> request) {
        return switch (request.getMethod()) {
            case GET, HEAD, OPTIONS, TRACE -> false;
            default -> true;
        };
    }

    /** What the browser says of the site goes first: it knows, also where a proxy changes {@code Host}. */
    private boolean ofOurs(HttpRequest<?> request) {
        String site = request.getHeaders().get(FETCH_SITE);
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (site == null) {
            return origin == null || isHost(origin, request.getHeaders().get(HttpHeaders.HOST)) || isAllowed(origin);
        }
        return switch (site) {
            case "same-origin", "none" -> true;
            case "same-site" -> isAllowed(origin);
            default -> false;
        };
    }

    /** Without the scheme: TLS may end before us. */
    private static boolean isHost(String origin, @Nullable String host) {
        if (host == null) {
            return false;
        }
        try {
            String ours = WebOrigins.origin(origin);
            String scheme = ours.substring(0, ours.indexOf(':'));
            return ours.equals(WebOrigins.origin(scheme + "://" + host));
        } catch (IllegalArgumentException noOrigin) {
            return false;
        }
    }

    private boolean isAllowed(@Nullable String origin) {
        return origin != null && allowed.contains(origin);
    }
}
