package dev.rechat.testing.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Status and headers of an answer, each header with all of its values. */
public record ResponseHead(int status, Map<String, List<String>> headers) {

    public ResponseHead {
        headers = Map.copyOf(headers);
    }

    static ResponseHead of(int status, Map<String, String> headers) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return new ResponseHead(status, all);
    }
}
