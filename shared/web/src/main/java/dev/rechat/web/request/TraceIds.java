package dev.rechat.web.request;

import dev.rechat.kernel.id.IdGenerator;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to, by W3C trace context: the caller's, or one that is made for it where {@code
 * RECHAT_TRACES} is on, or none. It is logged, and Dify is told of it.
 */
@Singleton
public final class TraceIds {

    /** Brings it. */
    public static final String HEADER = "traceparent";

    private static final String ATTRIBUTE = "dev.rechat.trace_id";

    /** Version, trace, caller, flags. A version after the first may say more behind a further dash; {@code ff} is none. */
    private static final Pattern TRACE_PARENT = Pattern.compile(
            "(?!ff)(?<version>[0-9a-f]{2})-(?!0{32})(?<trace>[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?<more>-.*)?");

    private final IdGenerator ids;
    private final boolean made;

    TraceIds(IdGenerator ids, @Value("${rechat.traces:false}") boolean made) {
        this.ids = ids;
        this.made = made;
    }

    /** Null for a request that belongs to none. */
    public static @Nullable String of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, String.class).orElse(null);
    }

    /** What {@link #of} answers from now on. */
    Optional<String> assign(HttpRequest<?> request) {
        String offered = request.getHeaders().get(HEADER);
        Optional<String> trace = (offered == null ? Optional.<String>empty() : parse(offered))
                .or(() -> made ? Optional.of(ids.next().toString().replace("-", "")) : Optional.empty());
        trace.ifPresent(id -> request.setAttribute(ATTRIBUTE, id));
        return trace;
    }

    static Optional<String> parse(String traceParent) {
        Matcher matcher = TRACE_PARENT.matcher(traceParent);
        return matcher.matches()
                        && (matcher.group("more") == null
                                || !matcher.group("version").equals("00"))
                ? Optional.of(matcher.group("trace"))
                : Optional.empty();
    }
}
