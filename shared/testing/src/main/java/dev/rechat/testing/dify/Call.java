package dev.rechat.testing.dify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.testing.http.Exchange;
import dev.rechat.testing.http.IncomingRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One authenticated request to an app, and the ways to answer it. */
record Call(Exchange exchange, AppState state, Map<String, String> path, EngineVariant variant) {

    static final String DEFAULT_USER = "DEFAULT-USER";

    IncomingRequest request() {
        return exchange.request();
    }

    SimulatedApp app() {
        return state.app();
    }

    /** A segment of the path that has to be a UUID, or the route does not match. */
    String id(String name) {
        String value = path.getOrDefault(name, "");
        if (!isUuid(value)) {
            throw DifyError.notFound(
                    "The requested URL was not found on the server.", request().path());
        }
        return value;
    }

    static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The body, which must call itself JSON. */
    ObjectNode json() {
        String type = request().header("content-type").orElse("");
        if (!type.startsWith("application/json")) {
            throw new DifyError(
                    415,
                    "unsupported_media_type",
                    "Did not attempt to load JSON data because the request Content-Type was not 'application/json'.");
        }
        try {
            JsonNode body = Json.parse(request().body().text());
            if (body instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static DifyError malformed() {
        return new DifyError(
                400, "bad_request", "The browser (or proxy) sent a request that this server could not understand.");
    }

    String bodyUser() {
        return user(text(json(), "user")).orElseThrow(Call::userMissing);
    }

    String bodyUserOrDefault() {
        return user(text(json(), "user")).orElse(DEFAULT_USER);
    }

    String queryUser() {
        return user(request().parameter("user").orElse("")).orElseThrow(Call::userMissing);
    }

    String queryUserOrDefault() {
        return user(request().parameter("user").orElse("")).orElse(DEFAULT_USER);
    }

    private static Optional<String> user(String name) {
        return Optional.of(name).filter(given -> !given.isEmpty());
    }

    private static DifyError userMissing() {
        return DifyError.invalidParameter("Arg user must be provided.");
    }

    /** The text of a field, empty if it is absent or null. Numbers are turned into text. */
    static String text(ObjectNode json, String field) {
        JsonNode value = json.path(field);
        return value.isNull() ? "" : value.asText();
    }

    /** A bounded number from the query. */
    int number(String name, int fallback, int max) {
        String text = request().parameter(name).orElse(String.valueOf(fallback));
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw outOfRange(name, text, max);
        }
        throw outOfRange(name, text, max);
    }

    private static DifyError outOfRange(String name, String text, int max) {
        return DifyError.invalidParameter("1 validation error for query\n" + name
                + "\n  Input should be a whole number from 1 to " + max + " [input_value=" + text + "]");
    }

    void requireConversing() {
        if (!app().mode().converses()) {
            throw new DifyError(400, "not_chat_app", "Please check if your app mode matches the right API route.");
        }
    }

    void requireGraph() {
        if (!app().mode().runsGraph()) {
            throw new DifyError(400, "not_workflow_app", "Please check if your app mode matches the right API route.");
        }
    }

    void answer(int status, JsonNode json) {
        answer(status, "application/json", Json.spaced(json));
    }

    void answer(int status, String contentType, String body) {
        exchange.answer(status, headers(contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    void answerSuccess() {
        answer(200, Json.object().put("result", "success"));
    }

    /** The head of an event stream; the events follow. */
    void openStream() {
        exchange.open(200, headers("text/event-stream; charset=utf-8"));
    }

    /** The same with the headers of the route that follows runs. */
    void openUncachedStream() {
        Map<String, String> headers = new HashMap<>(headers("text/event-stream; charset=utf-8"));
        headers.put("Cache-Control", "no-cache");
        headers.put("Connection", "keep-alive");
        exchange.open(200, headers);
    }

    private Map<String, String> headers(String contentType) {
        return Map.of("Content-Type", contentType, "X-Version", variant.version(), "X-Env", "PRODUCTION");
    }
}
