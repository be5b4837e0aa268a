package dev.rechat.web.request;

import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.log.LogField;
import dev.rechat.kernel.signal.Meters;
import dev.rechat.kernel.signal.MetricName;
import io.micrometer.core.instrument.Tags;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpMethod;
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

/** The outermost filter: gives the ids, puts them into every log line of the request; writes the line at its end, and counts. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class RequestTrace implements Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(RequestTrace.class);
    private static final String STARTED = "dev.rechat.request_started";
    private static final String UNKNOWN_ROUTE = "unknown";

    /** What a metric calls a route or method that is none of ours: anybody can invent those. */
    private static final String NONE = "none";

    private final IdGenerator ids;
    private final TraceIds traces;
    private final Meters meters;

    RequestTrace(IdGenerator ids, TraceIds traces, Meters meters) {
        this.ids = ids;
        this.traces = traces;
        this.meters = meters;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        request.setAttribute(STARTED, System.nanoTime());
        String id = RequestIds.assign(request, ids);
        Map<String, String> fields = traces.assign(request)
                .map(trace -> Map.of(LogField.REQUEST_ID, id, LogField.TRACE_ID, trace))
                .orElseGet(() -> Map.of(LogField.REQUEST_ID, id));
        context.add(new MdcPropagationContext(fields));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String id = RequestIds.assign(request, ids);
        response.getHeaders().set(RequestIds.HEADER, id);
        long started = request.getAttribute(STARTED, Long.class).orElseGet(System::nanoTime);
        Duration duration = Duration.ofNanos(System.nanoTime() - started);
        Optional<String> route = BasicHttpAttributes.getUriTemplate(request);
        count(request, response, route, duration);
        String trace = TraceIds.of(request);
        try (var _ = MDC.putCloseable(LogField.REQUEST_ID, id);
                var _ = trace == null ? null : MDC.putCloseable(LogField.TRACE_ID, trace)) {
            var line = LOG.atInfo()
                    .addKeyValue(LogField.METHOD, request.getMethodName())
                    .addKeyValue(LogField.ROUTE, route.orElse(UNKNOWN_ROUTE))
                    .addKeyValue(LogField.STATUS, response.code())
                    .addKeyValue(LogField.DURATION_MS, duration.toMillis());
            Optional<String> user = request.getUserPrincipal().map(Principal::getName);
            (user.isPresent() ? line.addKeyValue(LogField.USER_ID, user.get()) : line).log("request");
        }
    }

    private void count(
            HttpRequest<?> request, MutableHttpResponse<?> response, Optional<String> route, Duration duration) {
        String method = request.getMethod() == HttpMethod.CUSTOM ? NONE : request.getMethodName();
        meters.timer(
                        MetricName.REQUESTS,
                        response.code() / 100 + "xx",
                        Tags.of(LogField.METHOD, method, LogField.ROUTE, route.orElse(NONE)))
                .record(duration);
    }
}
