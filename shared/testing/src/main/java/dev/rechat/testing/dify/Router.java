package dev.rechat.testing.dify;

import dev.rechat.testing.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the app by its key and the route by its path. */
final class Router {

    private static final String ROOT = "/v1";

    private final Map<String, AppState> appsByKey;
    private final List<Route> routes;
    private final EngineVariant variant;

    Router(Map<String, AppState> appsByKey, List<Route> routes, EngineVariant variant) {
        this.appsByKey = Map.copyOf(appsByKey);
        this.routes = List.copyOf(routes);
        this.variant = variant;
    }

    void route(Exchange exchange) {
        try {
            dispatch(exchange);
        } catch (DifyError e) {
            send(exchange, Refusal.of(e));
        }
    }

    static void send(Exchange exchange, Refusal refusal) {
        exchange.answer(refusal.status(), refusal.headers(), refusal.body().getBytes(StandardCharsets.UTF_8));
    }

    private void dispatch(Exchange exchange) {
        String path = exchange.request().path();
        if (path.equals(ROOT) || path.equals(ROOT + "/")) {
            welcome(exchange);
            return;
        }
        if (path.startsWith(SignedFiles.ROOT)) {
            SignedFiles.answer(exchange, appsByKey.values());
            return;
        }
        if (!path.startsWith(ROOT + "/")) {
            throw notFound(path);
        }
        List<String> segments = Route.split(path.substring(ROOT.length()));
        List<Route> sameShape = routes.stream()
                .filter(route -> route.match(segments).isPresent())
                .toList();
        if (sameShape.isEmpty()) {
            throw notFound(path);
        }
        Route route = sameShape.stream()
                .filter(candidate ->
                        candidate.method().equals(exchange.request().method()))
                .findFirst()
                .orElseThrow(() ->
                        new DifyError(405, "method_not_allowed", "The method is not allowed for the requested URL."));
        AppState state = authenticate(exchange);
        route.handler().accept(new Call(exchange, state, route.match(segments).orElseThrow(), variant));
    }

    private static DifyError notFound(String path) {
        return DifyError.notFound("The requested URL was not found on the server.", path);
    }

    private void welcome(Exchange exchange) {
        String body = Json.spaced(Json.object()
                .put("welcome", "Dify OpenAPI")
                .put("api_version", "v1")
                .put("server_version", variant.version()));
        exchange.answer(200, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private AppState authenticate(Exchange exchange) {
        String header = exchange.request().header("authorization").orElse("");
        int space = header.indexOf(' ');
        if (space < 0) {
            throw DifyError.unauthorized("Authorization header must be provided and start with 'Bearer'");
        }
        if (!header.substring(0, space).equalsIgnoreCase("bearer")) {
            throw DifyError.unauthorized("Authorization scheme must be 'Bearer'");
        }
        AppState state = Optional.ofNullable(
                        appsByKey.get(header.substring(space + 1).strip()))
                .orElseThrow(() -> DifyError.unauthorized("Access token is invalid"));
        if (!state.app().enabled()) {
            throw new DifyError(403, "forbidden", "The app's API service has been disabled.");
        }
        return state;
    }
}
