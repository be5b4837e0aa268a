package dev.rechat.lambda.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.lambda.gateway.GatewayAnswer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PreludeTest {

    private static GatewayAnswer answer(Map<String, List<String>> headers) {
        return new GatewayAnswer(201, new TreeMap<>(headers), null, new CompletableFuture<>());
    }

    @Test
    void tellsStatusHeadersAndCookiesBeforeEightNuls() {
        GatewayAnswer answer = answer(Map.of(
                "Content-Type", List.of("text/plain"),
                "X-Many", List.of("a", "b"),
                "set-cookie", List.of("c=1", "d=2")));

        assertThat(Prelude.of(answer))
                .hasValueSatisfying(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .isEqualTo("{\"statusCode\":201,\"headers\":{\"Content-Type\":\"text/plain\"},"
                                + "\"multiValueHeaders\":{\"X-Many\":[\"a\",\"b\"]},\"cookies\":[\"c=1\",\"d=2\"]}"
                                + "\0\0\0\0\0\0\0\0"));
    }

    @Test
    void fitsIntoSixteenKilobytesOrIsRefused() {
        int frame = Prelude.of(answer(Map.of("X", List.of("")))).orElseThrow().length;

        assertThat(Prelude.of(answer(Map.of("X", List.of("x".repeat(16 * 1024 - frame))))))
                .isPresent();
        assertThat(Prelude.of(answer(Map.of("X", List.of("x".repeat(16 * 1024 - frame + 1))))))
                .isEmpty();
    }
}
