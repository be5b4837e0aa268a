package dev.rechat.local.web;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers for everything outside the API. A filter and not a catch-all route: a route would turn the API's own
 * "not found" into "method not allowed".
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
@Requires(property = WebAppFilter.PLACE)
public final class WebAppFilter implements Ordered {

    /** Property: where the built web app is; a directory, or {@code classpath:} and a place there. */
    public static final String PLACE = "rechat.local.web-app";

    private static final String CLASS_PATH = "classpath:";

    private static final List<String> API_ROOTS = List.of("/api", "/v1", "/health", "/metrics");

    private final WebApp app;

    WebAppFilter(@Value("${" + PLACE + "}") String place) {
        app = place.startsWith(CLASS_PATH)
                ? new PackagedWebApp(place.substring(CLASS_PATH.length()))
                : new WebAppFiles(Path.of(place));
    }

    /** Before anybody asks for a token: the app's files are public. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> serve(HttpRequest<?> request) {
        boolean reads = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        String path = request.getUri().getPath();
        if (!reads || isApi(path)) {
            return null;
        }
        return app.find(path).map(file -> WebAppAnswer.of(request, file)).orElse(null);
    }

    private static boolean isApi(String path) {
        return API_ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
