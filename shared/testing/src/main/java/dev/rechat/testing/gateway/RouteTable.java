package dev.rechat.testing.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Which function answers what, as the functions' OpenAPI documents say. */
public final class RouteTable {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head", "options");

    private final List<Route> routes;

    private RouteTable(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparing(Route::exactness).reversed())
                .toList();
    }

    /** A route and what its parameters are in one request. */
    record Match(Route route, Map<String, String> parameters) {}

    /** A table with nothing but one function in it. */
    public static RouteTable everythingTo(String function) {
        return new RouteTable(List.of(Route.everything(function)));
    }

    /** A table of these. */
    public static RouteTable of(Route... routes) {
        return new RouteTable(List.of(routes));
    }

    /** The routes of packaged functions. {@code /health}, which each of them has, is answered by the first. */
    public static RouteTable ofFunctions(Path functions, List<String> names) {
        List<Route> routes = new ArrayList<>();
        routes.add(new Route("GET", "/health", names.getFirst()));
        names.forEach(name -> routes.addAll(ofFunction(functions, name)));
        return new RouteTable(routes);
    }

    private static List<Route> ofFunction(Path functions, String name) {
        Path documents = functions.resolve(name).resolve("target/classes/META-INF/swagger");
        try (Stream<Path> files = Files.list(documents)) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .flatMap(file -> read(file, name).stream())
                    .toList();
        } catch (IOException notBuilt) {
            throw new UncheckedIOException("The function " + name + " has not been built", notBuilt);
        }
    }

    private static List<Route> read(Path document, String function) {
        List<Route> routes = new ArrayList<>();
        try (var text = Files.newBufferedReader(document)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            object(object(root).get("paths"))
                    .forEach((path, item) -> object(item).keySet().stream()
                            .map(Object::toString)
                            .filter(METHODS::contains)
                            .forEach(method ->
                                    routes.add(new Route(method.toUpperCase(Locale.ROOT), path.toString(), function))));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return routes;
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Every route, the most exact first. */
    public List<Route> routes() {
        return routes;
    }

    /** @param path still encoded, without the query */
    Optional<Match> find(String method, String path) {
        return routes.stream()
                .filter(route -> route.takes(method))
                .flatMap(route -> route.match(path).map(found -> new Match(route, found)).stream())
                .findFirst();
    }
}
