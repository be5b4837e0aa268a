package dev.rechat.testing.dify;

import java.util.Map;

/** An answer given instead of a stream. */
record Refusal(int status, Map<String, String> headers, String body) {

    Refusal {
        headers = Map.copyOf(headers);
    }

    static Refusal of(DifyError error) {
        return new Refusal(error.status(), error.headers(), Json.spaced(error.toJson()));
    }
}
