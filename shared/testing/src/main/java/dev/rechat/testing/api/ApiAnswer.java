package dev.rechat.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** What came back. */
public record ApiAnswer(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON. @throws IllegalStateException when it is none */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("not JSON: " + body, notJson);
        }
    }

    /** The {@code code} of a problem body. */
    public String code() {
        return json().path("code").asText();
    }

    /** The codes of the {@code errors} of a problem body, each as {@code field:code}. */
    public String errors() {
        StringBuilder errors = new StringBuilder();
        for (JsonNode error : json().path("errors")) {
            errors.append(errors.isEmpty() ? "" : " ")
                    .append(error.path("field").asText())
                    .append(':')
                    .append(error.path("code").asText());
        }
        return errors.toString();
    }
}
