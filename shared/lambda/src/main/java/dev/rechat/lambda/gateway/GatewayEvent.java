package dev.rechat.lambda.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What counts in an API Gateway proxy event (payload version 1).
 *
 * @param method an HTTP method token
 * @param path begins with one slash
 * @param headers every value in its order; names as they came
 * @param query every value in its order, not encoded
 * @param body as it came; absent for none
 * @param base64 whether the body is in base64
 * @param sourceIp the caller's address as the gateway saw it
 */
record GatewayEvent(
        String method,
        String path,
        Map<String, List<String>> headers,
        Map<String, List<String>> query,
        @Nullable String body,
        boolean base64,
        @Nullable String sourceIp) {

    /** The body as the caller sent it; empty for none. */
    byte[] bytes() throws MalformedEventException {
        if (body == null) {
            return new byte[0];
        }
        if (!base64) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException notBase64) {
            throw new MalformedEventException("the body is no base64");
        }
    }
}
