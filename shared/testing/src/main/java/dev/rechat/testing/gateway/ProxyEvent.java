package dev.rechat.testing.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rechat.testing.http.IncomingRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A request as API Gateway gives it to a function: payload version 1 of a REST API's proxy integration. */
final class ProxyEvent {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STAGE = "live";

    private ProxyEvent() {}

    /** @param binary which media types of a body are passed on in base64 */
    static String of(IncomingRequest request, RouteTable.Match match, String sourceIp, boolean addHop, Pattern binary) {
        ObjectNode event = JSON.createObjectNode();
        String resource = match.route().resource();
        String path = path(request);
        event.put("resource", resource);
        event.put("path", path);
        event.put("httpMethod", request.method());
        putMaps(event, "headers", "multiValueHeaders", headers(request, sourceIp, addHop));
        putMaps(event, "queryStringParameters", "multiValueQueryStringParameters", request.query());
        ObjectNode parameters = event.putObject("pathParameters");
        match.parameters().forEach((name, value) -> parameters.put(name, decoded(value)));
        event.putNull("stageVariables");
        putContext(event.putObject("requestContext"), request, resource, path, sourceIp);
        putBody(event, request, binary);
        return event.toString();
    }

    /** As it stood in the request, without the query. */
    static String path(IncomingRequest request) {
        String target = request.target().replaceFirst("^https?://[^/]*", "");
        int end = target.indexOf('?');
        return end < 0 ? target : target.substring(0, end);
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return segment;
        }
    }

    private static Map<String, List<String>> headers(IncomingRequest request, String sourceIp, boolean addHop) {
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        headers.keySet().removeAll(List.of("connection", "content-length", "transfer-encoding", "te", "upgrade"));
        headers.putIfAbsent("x-forwarded-proto", List.of("https"));
        if (addHop) {
            List<String> hops = new ArrayList<>(headers.getOrDefault("x-forwarded-for", List.of()));
            hops.add(sourceIp);
            headers.put("x-forwarded-for", List.of(String.join(", ", hops)));
        }
        return headers;
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
            singles.put(name, list.getLast());
            list.forEach(multis.withArrayProperty(name)::add);
        });
    }

    private static void putContext(
            ObjectNode context, IncomingRequest request, String resource, String path, String sourceIp) {
        context.put("resourceId", "t89kib");
        context.put("resourcePath", resource);
        context.put("httpMethod", request.method());
        context.put("extendedRequestId", "NpVFGHjPoAMFRhw=");
        context.put("requestTimeEpoch", Instant.now().toEpochMilli());
        context.put("path", "/" + STAGE + path);
        context.put("accountId", "123456789012");
        context.put("protocol", "HTTP/1.1");
        context.put("stage", STAGE);
        context.put("domainName", "rechat.example.com");
        context.put("requestId", UUID.randomUUID().toString());
        context.put("apiId", "x9x9x9x9x9");
        context.putNull("authorizer");
        ObjectNode identity = context.putObject("identity");
        identity.putNull("caller");
        identity.put("sourceIp", sourceIp);
        identity.put("userAgent", request.header("user-agent").orElse(""));
        identity.putNull("user");
    }

    private static void putBody(ObjectNode event, IncomingRequest request, Pattern binary) {
        byte[] body = request.body().bytes();
        String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
        boolean base64 = body.length > 0
                && binary.matcher(type.replaceFirst(";.*", "").strip()).matches();
        if (body.length == 0) {
            event.putNull("body");
        } else {
            event.put(
                    "body",
                    base64
                            ? Base64.getEncoder().encodeToString(body)
                            : request.body().text());
        }
        event.put("isBase64Encoded", base64);
    }
}
