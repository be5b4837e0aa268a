package dev.rechat.web.request;

import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.log.LogField;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** The outermost filter: gives the id, puts it into every log line of the request, and writes the line at its end. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class RequestTrace implements Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(RequestTrace.class);
    private static final String STARTED = "dev.rechat.request_started";
    private static final String UNKNOWN_ROUTE = "unknown";

    private final IdGenerator ids;

    RequestTrace(IdGenerator ids) {
        this.ids = ids;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        request.setAttribute(STARTED, System.nanoTime());
        context.add(new MdcPropagationContext(Map.of(LogField.REQUEST_ID, RequestIds.assign(request, ids))));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String id = RequestIds.assign(request, ids);
        response.getHeaders().set(RequestIds.HEADER, id);
        long started = request.getAttribute(STARTED, Long.class).orElseGet(System::nanoTime);
        try (var _ = MDC.putCloseable(LogField.REQUEST_ID, id)) {
            var line = LOG.atInfo()
                    .addKeyValue(LogField.METHOD, request.getMethodName())
                    .addKeyValue(
                            LogField.ROUTE,
                            BasicHttpAttributes.getUriTemplate(request).orElse(UNKNOWN_ROUTE))
                    .addKeyValue(LogField.STATUS, response.code())
                    .addKeyValue(
                            LogField.DURATION_MS,
                            Duration.ofNanos(System.nanoTime() - started).toMillis());
            Optional<String> user = request.getUserPrincipal().map(Principal::getName);
            (user.isPresent() ? line.addKeyValue(LogField.USER_ID, user.get()) : line).log("request");
        }
    }
}
