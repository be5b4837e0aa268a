package dev.rechat.testing.gateway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One method of one path and the function that answers it.
 *
 * @param method in capitals, or {@code ANY}
 * @param resource the path with its parameters in braces; {@code {name+}} at its end takes the rest
 * @param function the name of the function
 */
public record Route(String method, String resource, String function) {

    static final String ANY = "ANY";

    /** The route that gives every request to one function. */
    static Route everything(String function) {
        return new Route(ANY, "/{proxy+}", function);
    }

    boolean takes(String wanted) {
        return method.equals(ANY) || method.equals(wanted.toUpperCase(Locale.ROOT));
    }

    /** The path's parameters; empty when it is another path. @param path still encoded, without the query */
    Optional<Map<String, String>> match(String path) {
        List<String> wanted = segments(resource);
        List<String> given = segments(path);
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String segment = wanted.get(i);
            if (segment.endsWith("+}")) {
                parameters.put(
                        segment.substring(1, segment.length() - 2), String.join("/", given.subList(i, given.size())));
                return Optional.of(parameters);
            }
            if (i >= given.size()) {
                return Optional.empty();
            }
            if (isParameter(segment) && !given.get(i).isEmpty()) {
                parameters.put(segment.substring(1, segment.length() - 1), given.get(i));
            } else if (!segment.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return wanted.size() == given.size() ? Optional.of(parameters) : Optional.empty();
    }

    /** Greater for what is more exact: API Gateway prefers a literal to a parameter, from the left. */
    String exactness() {
        StringBuilder exactness = new StringBuilder();
        segments(resource).forEach(segment -> exactness.append(rank(segment)));
        return exactness.toString();
    }

    private static char rank(String segment) {
        if (segment.endsWith("+}")) {
            return '0';
        }
        return isParameter(segment) ? '1' : '2';
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/", -1)));
        segments.removeFirst();
        return segments;
    }
}
