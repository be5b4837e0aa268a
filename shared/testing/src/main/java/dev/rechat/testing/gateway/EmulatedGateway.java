package dev.rechat.testing.gateway;

import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.IncomingRequest;
import dev.rechat.testing.http.LoopbackServer;
import dev.rechat.testing.lambda.Invocation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * API Gateway's REST API on a loopback port: takes HTTP, gives functions proxy events, and answers what they answer, with
 * the limits of the real one. What is outside the API is served from a directory, as by CloudFront and S3. Thread-safe;
 * closing it leaves the functions to whoever started them.
 */
public final class EmulatedGateway implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmulatedGateway.class);
    private static final String CLIENT = "127.0.0.1";
    private static final int MAX_BODY = 10 * 1024 * 1024;
    private static final int MAX_EVENT = 6 * 1024 * 1024;
    private static final Pattern BINARY =
            Pattern.compile("multipart/form-data|application/octet-stream|audio/.*|image/.*|video/.*");
    private static final List<String> API_ROOTS = List.of("/api", "/v1", "/health");

    private final RouteTable routes;
    private final Map<String, Integration> integrations;
    private final @Nullable StaticSite site;
    private final boolean addsHop;
    private final LoopbackServer server;

    private EmulatedGateway(
            int port,
            RouteTable routes,
            Map<String, Integration> integrations,
            @Nullable StaticSite site,
            boolean addsHop) {
        this.routes = routes;
        this.integrations = Map.copyOf(integrations);
        this.site = site;
        this.addsHop = addsHop;
        this.server = LoopbackServer.start(port, this::handle);
    }

    /** With a site beside the API. Adds the client's address to {@code X-Forwarded-For}, as a proxy does. */
    public static EmulatedGateway start(
            int port, RouteTable routes, Map<String, Integration> integrations, @Nullable StaticSite site) {
        return new EmulatedGateway(port, routes, integrations, site, true);
    }

    /** Before one function and nothing else: what the client sends reaches it as it is. */
    static EmulatedGateway before(String function, Integration integration) {
        return new EmulatedGateway(0, RouteTable.everythingTo(function), Map.of(function, integration), null, false);
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private void handle(Exchange exchange) {
        try {
            route(exchange);
        } catch (RuntimeException | AssertionError failure) {
            LOG.warn(
                    "{} {} failed",
                    exchange.request().method(),
                    exchange.request().path(),
                    failure);
            Refusal.FUNCTION_FAILED.answer(exchange);
        }
    }

    private void route(Exchange exchange) {
        IncomingRequest request = exchange.request();
        String path = ProxyEvent.path(request);
        if (site != null && API_ROOTS.stream().noneMatch(root -> path.equals(root) || path.startsWith(root + "/"))) {
            site.answer(exchange);
            return;
        }
        Optional<RouteTable.Match> match = routes.find(request.method(), path);
        if (match.isEmpty()) {
            Refusal.NO_ROUTE.answer(exchange);
        } else if (request.body().bytes().length > MAX_BODY) {
            Refusal.TOO_LARGE.answer(exchange);
        } else {
            integrate(exchange, match.get());
        }
    }

    private void integrate(Exchange exchange, RouteTable.Match match) {
        String function = match.route().function();
        Integration integration =
                Objects.requireNonNull(integrations.get(function), () -> "no integration for " + function);
        String event = ProxyEvent.of(exchange.request(), match, CLIENT, addsHop, BINARY);
        if (event.getBytes(StandardCharsets.UTF_8).length > MAX_EVENT) {
            Refusal.TOO_LARGE.answer(exchange);
            return;
        }
        Optional<FunctionInstance> instance = integration.fleet().acquire();
        if (instance.isEmpty()) {
            Refusal.TOO_MANY.answer(exchange);
            return;
        }
        try {
            Invocation invocation = integration.fleet().invoke(instance.get(), event);
            new Relay(exchange, invocation, integration.timeout(), instance.get()::markAnswered).run();
        } finally {
            integration.fleet().settle(instance.get());
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
