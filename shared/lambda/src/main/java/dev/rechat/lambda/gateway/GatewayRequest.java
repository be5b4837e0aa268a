package dev.rechat.lambda.gateway;

import dev.rechat.kernel.time.Deadline;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.aws.proxy.ApiGatewayServletRequest;
import io.micronaut.http.CaseInsensitiveMutableHttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpParameters;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.simple.SimpleHttpParameters;
import io.micronaut.servlet.http.BodyBuilder;
import io.micronaut.servlet.http.ServletHttpResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A proxy event as Micronaut's request. Always asynchronous: the body of the answer comes as a publisher then, and not
 * through a stream that hides where its pieces end.
 */
final class GatewayRequest extends ApiGatewayServletRequest<Object, GatewayEvent, GatewayAnswer> {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayRequest.class);
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String UNKNOWN = "0.0.0.0";
    private static final int NO_PORT = 0;

    private final byte[] body;
    private final GatewayResponse response;
    private final MutableHttpHeaders headers;
    private final Cookies cookies;
    private final MutableHttpParameters parameters;

    GatewayRequest(
            GatewayEvent event,
            byte[] body,
            String requestId,
            Deadline deadline,
            GatewayResponse response,
            ConversionService conversionService,
            BodyBuilder bodyBuilder) {
        super(
                conversionService,
                event,
                GatewayUri.of(event.path(), event.query()),
                parseMethod(event::method),
                LOG,
                bodyBuilder);
        this.body = body;
        this.response = response;
        this.headers = headers(event, conversionService);
        this.cookies = GatewayCookies.of(headers, conversionService);
        // Not the proxy's own: it gives nothing for a type that is introspected and reads from a text, as our ids are.
        this.parameters = new SimpleHttpParameters(new LinkedHashMap<>(event.query()), conversionService);
        if (headers.get(REQUEST_ID) == null) {
            headers.add(REQUEST_ID, requestId);
        }
        getAttributes().put(Deadline.ATTRIBUTE, deadline);
    }

    /** What HTTP does not allow in a header is left out, as a server would refuse it. */
    private static MutableHttpHeaders headers(GatewayEvent event, ConversionService conversionService) {
        MutableHttpHeaders headers = new CaseInsensitiveMutableHttpHeaders(conversionService);
        event.headers()
                .forEach((name, values) -> values.forEach(value -> {
                    try {
                        headers.add(name, value.strip());
                    } catch (IllegalArgumentException notAllowed) {
                        LOG.debug("a header that HTTP does not allow was left out");
                    }
                }));
        return headers;
    }

    @Override
    public String getMethodName() {
        return requestEvent.method();
    }

    @Override
    public MutableHttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Cookies getCookies() {
        return cookies;
    }

    @Override
    public MutableHttpParameters getParameters() {
        return parameters;
    }

    @Override
    public byte[] getBodyBytes() throws EmptyBodyException {
        if (body.length == 0) {
            throw new EmptyBodyException();
        }
        return body;
    }

    /** The gateway is reached by HTTPS only. */
    @Override
    public boolean isSecure() {
        return true;
    }

    /** The caller's address as the gateway saw it; unlike a header it cannot be made up. */
    @Override
    public InetSocketAddress getRemoteAddress() {
        String address = requestEvent.sourceIp();
        if (address != null) {
            try {
                return new InetSocketAddress(InetAddress.ofLiteral(address), NO_PORT);
            } catch (IllegalArgumentException notAnAddress) {
                LOG.debug("the gateway told no address of the caller");
            }
        }
        return new InetSocketAddress(InetAddress.ofLiteral(UNKNOWN), NO_PORT);
    }

    @Override
    public boolean isAsyncSupported() {
        return true;
    }

    @Override
    public void executeAsync(AsyncExecutionCallback callback) {
        callback.run(response::complete);
    }

    @Override
    public ServletHttpResponse<GatewayAnswer, ?> getResponse() {
        return response;
    }
}
