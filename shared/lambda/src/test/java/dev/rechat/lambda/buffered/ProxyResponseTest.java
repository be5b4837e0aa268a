package dev.rechat.lambda.buffered;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.lambda.gateway.GatewayAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ProxyResponseTest {

    private static String json(Map<String, List<String>> headers, byte[] body) {
        GatewayAnswer answer = new GatewayAnswer(200, new TreeMap<>(headers), null, new CompletableFuture<>());
        return new String(ProxyResponse.json(answer, body, "image/png"::equals), StandardCharsets.UTF_8);
    }

    @Test
    void tellsTextAsText() {
        String json = json(
                Map.of("Set-Cookie", List.of("a=1", "b=2"), "X", List.of("y")),
                "{\"é\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(json)
                .isEqualTo("{\"statusCode\":200,\"headers\":{\"X\":\"y\"},"
                        + "\"multiValueHeaders\":{\"Set-Cookie\":[\"a=1\",\"b=2\"]},"
                        + "\"body\":\"{\\\"é\\\":1}\",\"isBase64Encoded\":false}");
    }

    @Test
    void tellsBytesThatAreNoTextInBase64() {
        assertThat(json(Map.of("Content-Type", List.of("text/plain")), new byte[] {-1, 0}))
                .contains("\"body\":\"/wA=\",\"isBase64Encoded\":true");
    }

    @Test
    void tellsBinaryContentTypesInBase64EvenIfTheyLookLikeText() {
        assertThat(json(Map.of("content-type", List.of("image/png")), new byte[] {65}))
                .contains("\"body\":\"QQ==\",\"isBase64Encoded\":true");
    }
}
