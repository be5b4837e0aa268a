package dev.rechat.testing.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.function.Function;

/** Events nobody should send, each made from a sound one. A function answers every one of them and lives on. */
public enum HostileEvent {
    NULL_REQUEST_CONTEXT(true, event -> event.putNull("requestContext").toString()),
    MISSING_REQUEST_CONTEXT(true, event -> without(event, "requestContext")),
    REQUEST_CONTEXT_OF_WRONG_TYPE(true, event -> event.put("requestContext", 7).toString()),
    EMPTY_IDENTITY(true, event -> {
        event.putObject("requestContext").putObject("identity");
        return event.toString();
    }),
    NULL_HEADERS(
            true, event -> event.putNull("headers").putNull("multiValueHeaders").toString()),
    NULL_HEADER_VALUES(true, event -> {
        event.putObject("headers").putNull("X-Nothing");
        event.putObject("multiValueHeaders")
                .putNull("X-Nothing")
                .putArray("X-None")
                .addNull();
        return event.toString();
    }),
    HEADER_WITH_LINE_BREAK(true, event -> {
        event.putObject("headers").put("X-Evil", "a\r\nX-Injected: b");
        return event.putNull("multiValueHeaders").toString();
    }),
    HUGE_HEADERS(true, event -> {
        for (int i = 0; i < 200; i++) {
            ((ObjectNode) event.get("headers")).put("X-Big-" + i, "x".repeat(5000));
        }
        return event.toString();
    }),
    UNKNOWN_FIELDS(true, event -> {
        event.putObject("somethingNew").putArray("deep").addObject().put("er", 1);
        return event.put("version", "9.0").toString();
    }),
    MANY_QUERY_PARAMETERS(true, event -> {
        ObjectNode query = event.putObject("queryStringParameters");
        for (int i = 0; i < 2000; i++) {
            query.put("p" + i + " &=%", "{\u00e9}" + i);
        }
        return event.toString();
    }),
    MISSING_PATH(false, event -> without(event, "path")),
    NULL_PATH(false, event -> event.putNull("path").toString()),
    EMPTY_PATH(false, event -> event.put("path", "").toString()),
    PATH_WITH_HOST(false, event -> event.put("path", "//evil.example.com/x").toString()),
    PATH_OF_NONSENSE(
            false, event -> event.put("path", "/%zz/{x}/\u0000\u00e9 |^\\..").toString()),
    RELATIVE_PATH(false, event -> event.put("path", "http://evil.example.com/").toString()),
    MISSING_METHOD(false, event -> without(event, "httpMethod")),
    UNKNOWN_METHOD(false, event -> event.put("httpMethod", "BR\u00c9W COFFEE").toString()),
    HEADERS_OF_WRONG_TYPE(false, event -> event.put("headers", "none").toString()),
    BODY_OF_WRONG_TYPE(false, event -> event.put("body", 12).toString()),
    BROKEN_BASE64(
            false,
            event -> event.put("body", "%%%").put("isBase64Encoded", true).toString()),
    DEEP_NESTING(false, event -> "{\"a\":".repeat(5000)),
    EMPTY_OBJECT(false, event -> "{}"),
    EMPTY_EVENT(false, event -> ""),
    NULL_EVENT(false, event -> "null"),
    ARRAY_EVENT(false, event -> "[{}]"),
    NOT_JSON(false, event -> "<event/>"),
    CUT_JSON(false, event -> event.toString().substring(0, event.toString().length() / 2)),
    /** What a scheduled rule or a queue would send to a function that only knows HTTP. */
    OTHER_SERVICE(
            false,
            event -> "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"body\":\""
                    + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}) + "\"}]}");

    private final boolean harmless;
    private final Function<ObjectNode, String> change;

    HostileEvent(boolean harmless, Function<ObjectNode, String> change) {
        this.harmless = harmless;
        this.change = change;
    }

    /** Whether a function should answer it as it would answer the sound event; if not, a 4xx is due. */
    public boolean harmless() {
        return harmless;
    }

    /** The hostile form of a sound event. */
    public String of(ApiGatewayEvents sound) {
        return change.apply(sound.node());
    }

    private static String without(ObjectNode event, String field) {
        event.remove(field);
        return event.toString();
    }
}
