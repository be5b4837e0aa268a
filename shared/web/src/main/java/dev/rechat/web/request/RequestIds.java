package dev.rechat.web.request;

import dev.rechat.kernel.id.IdGenerator;
import io.micronaut.http.HttpRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id of a request: the caller's if it is a sane one, else ours. */
public final class RequestIds {

    /** The header that brings and returns it. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = "dev.rechat.request_id";
    private static final String NONE = "none";

    /** Nothing that could break a log line, a header or a query. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,63}");

    private RequestIds() {}

    /** The id that {@link #assign} gave; {@code none} for a request that did not come through our filters. */
    public static String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElse(NONE);
    }

    /** Gives the request its id; the same one when called again. */
    public static String assign(HttpRequest<?> request, IdGenerator ids) {
        return request.getAttribute(ATTRIBUTE, String.class).orElseGet(() -> {
            String id = choose(request.getHeaders().get(HEADER), ids);
            request.setAttribute(ATTRIBUTE, id);
            return id;
        });
    }

    private static String choose(@Nullable String offered, IdGenerator ids) {
        return offered != null && SANE.matcher(offered).matches()
                ? offered
                : ids.next().toString();
    }
}
