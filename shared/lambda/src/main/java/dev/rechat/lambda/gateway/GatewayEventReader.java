package dev.rechat.lambda.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads API Gateway proxy events token by token: the application's JSON settings (naming, unknown fields) must not
 * change how an event is read, and nothing here needs reflection. Unknown fields are skipped. Use once.
 */
final class GatewayEventReader {

    private static final JsonFactory JSON = new JsonFactory();

    /** RFC 9110, section 5.6.2; the length is ours. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,32}");

    private @Nullable String method;
    private @Nullable String path;
    private @Nullable String body;
    private @Nullable String sourceIp;
    private boolean base64;
    private Map<String, List<String>> headers = Map.of();
    private Map<String, List<String>> multiHeaders = Map.of();
    private Map<String, List<String>> query = Map.of();
    private Map<String, List<String>> multiQuery = Map.of();

    private GatewayEventReader() {}

    static GatewayEvent read(String json) throws MalformedEventException {
        GatewayEventReader reader = new GatewayEventReader();
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedEventException("the event is no JSON object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String field = parser.currentName();
                parser.nextToken();
                reader.field(field, parser);
            }
        } catch (IOException malformed) {
            throw new MalformedEventException("the event is no JSON");
        }
        return reader.event();
    }

    private void field(String name, JsonParser parser) throws IOException, MalformedEventException {
        switch (name) {
            case "httpMethod" -> method = text(parser, name);
            case "path" -> path = text(parser, name);
            case "body" -> body = text(parser, name);
            case "isBase64Encoded" -> base64 = parser.currentToken() == JsonToken.VALUE_TRUE;
            case "headers" -> headers = map(parser, name);
            case "multiValueHeaders" -> multiHeaders = map(parser, name);
            case "queryStringParameters" -> query = map(parser, name);
            case "multiValueQueryStringParameters" -> multiQuery = map(parser, name);
            case "requestContext" -> requestContext(parser);
            default -> parser.skipChildren();
        }
    }

    /** The only part of the context that is used is the address of the caller; whatever else it is, is left. */
    private void requestContext(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean identity = parser.currentName().equals("identity");
            if (parser.nextToken() == JsonToken.START_OBJECT && identity) {
                identity(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void identity(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean address = parser.currentName().equals("sourceIp");
            if (parser.nextToken() == JsonToken.VALUE_STRING && address) {
                sourceIp = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
    }

    private static @Nullable String text(JsonParser parser, String field) throws IOException, MalformedEventException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> null;
            default -> throw new MalformedEventException(field + " is no text");
        };
    }

    /** A map of values or of lists of values; nulls are left out. */
    private static Map<String, List<String>> map(JsonParser parser, String field)
            throws IOException, MalformedEventException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Map.of();
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedEventException(field + " is no object");
        }
        Map<String, List<String>> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            List<String> values = new ArrayList<>(1);
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    addScalar(parser, field, values);
                }
            } else {
                addScalar(parser, field, values);
            }
            if (!values.isEmpty()) {
                map.put(key, values);
            }
        }
        return map;
    }

    private static void addScalar(JsonParser parser, String field, List<String> values)
            throws IOException, MalformedEventException {
        JsonToken token = parser.currentToken();
        if (token == null || token.isStructStart()) {
            throw new MalformedEventException(field + " has a value that is no text");
        }
        if (token != JsonToken.VALUE_NULL) {
            values.add(parser.getText());
        }
    }

    private GatewayEvent event() throws MalformedEventException {
        String verb = method;
        if (verb == null || !TOKEN.matcher(verb).matches()) {
            throw new MalformedEventException("the event has no HTTP method");
        }
        String target = path;
        // Two slashes would begin a host (RFC 3986, section 4.2).
        if (target == null || !target.startsWith("/") || target.startsWith("//")) {
            throw new MalformedEventException("the event has no path");
        }
        return new GatewayEvent(
                verb.toUpperCase(Locale.ROOT),
                target,
                merge(headers, multiHeaders, new TreeMap<>(String.CASE_INSENSITIVE_ORDER)),
                merge(query, multiQuery, new LinkedHashMap<>()),
                body,
                base64,
                sourceIp);
    }

    /** The multi-value map holds all the gateway knows; the other one counts for names it lacks. */
    private static Map<String, List<String>> merge(
            Map<String, List<String>> single, Map<String, List<String>> multi, Map<String, List<String>> into) {
        multi.forEach((name, values) ->
                into.computeIfAbsent(name, key -> new ArrayList<>()).addAll(values));
        single.forEach(into::putIfAbsent);
        return into;
    }
}
