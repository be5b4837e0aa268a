package dev.rechat.testing.lambda;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Builds events of API Gateway's REST proxy integration (payload version 1) with a request context as the gateway makes
 * it. Not thread-safe.
 */
public final class ApiGatewayEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE_IP = "203.0.113.7";

    private final String method;
    private final String path;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, List<String>> query = new LinkedHashMap<>();
    private @Nullable String body;
    private boolean base64;

    private ApiGatewayEvents(String method, String path) {
        this.method = method;
        this.path = path;
        header("Host", "rechat.example.com");
        header("X-Forwarded-For", SOURCE_IP);
        header("X-Forwarded-Proto", "https");
    }

    public static ApiGatewayEvents get(String path) {
        return request("GET", path);
    }

    public static ApiGatewayEvents post(String path) {
        return request("POST", path);
    }

    public static ApiGatewayEvents request(String method, String path) {
        return new ApiGatewayEvents(method, path);
    }

    /** Adds a header value; a name given twice becomes a multi-value header. */
    public ApiGatewayEvents header(String name, String value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    public ApiGatewayEvents bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Adds a query parameter, not yet encoded. */
    public ApiGatewayEvents query(String name, String value) {
        query.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    /** A JSON body, with its content type. */
    public ApiGatewayEvents json(String text) {
        return header("Content-Type", "application/json").body(text);
    }

    public ApiGatewayEvents body(String text) {
        body = text;
        base64 = false;
        return this;
    }

    /** A body the gateway passes on in base64. */
    public ApiGatewayEvents binary(byte[] bytes) {
        body = Base64.getEncoder().encodeToString(bytes);
        base64 = true;
        return this;
    }

    /** A JSON body, with its content type, passed on in base64. */
    public ApiGatewayEvents binaryJson(String text) {
        return header("Content-Type", "application/json").binary(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The event as JSON. */
    public String build() {
        return node().toString();
    }

    ObjectNode node() {
        ObjectNode event = JSON.createObjectNode();
        event.put("resource", "/{proxy+}");
        event.put("path", path);
        event.put("httpMethod", method);
        putMaps(event, "headers", "multiValueHeaders", headers);
        putMaps(event, "queryStringParameters", "multiValueQueryStringParameters", query);
        event.putObject("pathParameters").put("proxy", path.startsWith("/") ? path.substring(1) : path);
        event.putNull("stageVariables");
        putContext(event);
        event.put("body", body);
        event.put("isBase64Encoded", base64);
        return event;
    }

    private static void putMaps(ObjectNode event, String single, String multi, Map<String, List<String>> values) {
        if (values.isEmpty()) {
            event.putNull(single);
            event.putNull(multi);
            return;
        }
        ObjectNode singles = event.putObject(single);
        ObjectNode multis = event.putObject(multi);
        values.forEach((name, list) -> {
            // The gateway puts the last value in the single-value map.
            singles.put(name, list.getLast());
            list.forEach(multis.withArrayProperty(name)::add);
        });
    }

    private void putContext(ObjectNode event) {
        ObjectNode context = event.putObject("requestContext");
        context.put("resourceId", "t89kib");
        context.put("resourcePath", "/{proxy+}");
        context.put("httpMethod", method);
        context.put("extendedRequestId", "NpVFGHjPoAMFRhw=");
        context.put("requestTime", "21/Nov/2026:01:02:03 +0000");
        context.put("requestTimeEpoch", 1795222923000L);
        context.put("path", "/live" + path);
        context.put("accountId", "123456789012");
        context.put("protocol", "HTTP/1.1");
        context.put("stage", "live");
        context.put("domainPrefix", "rechat");
        context.put("domainName", "rechat.example.com");
        context.put("requestId", "c6af9ac6-7b61-11e6-9a41-93e8deadbeef");
        context.put("apiId", "x9x9x9x9x9");
        context.putNull("authorizer");
        ObjectNode identity = context.putObject("identity");
        identity.putNull("cognitoIdentityId");
        identity.putNull("caller");
        identity.put("sourceIp", SOURCE_IP);
        identity.put("userAgent", "rechat-tests");
        identity.putNull("user");
    }
}
