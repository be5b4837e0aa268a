package dev.rechat.testing.dify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A method and a path such as {@code /messages/{id}/feedbacks}, and who answers it. */
record Route(String method, List<String> segments, Consumer<Call> handler) {

    static Route get(String path, Consumer<Call> handler) {
        return new Route("GET", split(path), handler);
    }

    static Route post(String path, Consumer<Call> handler) {
        return new Route("POST", split(path), handler);
    }

    static Route delete(String path, Consumer<Call> handler) {
        return new Route("DELETE", split(path), handler);
    }

    static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** The named segments if the path is of this shape, whatever the method. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{")) {
                named.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(named);
    }
}
