package dev.rechat.testing.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a {@link LambdaAnswer} from what arrives on the response connection. Not thread-safe. */
final class AnswerRecorder {

    static final String PRELUDE_TYPE = "application/vnd.awslambda.http-integration-response";
    private static final int NULS = 8;
    private static final int BAD_GATEWAY = 502;

    /** API Gateway looks for the delimiter in the first 16 KB only. */
    private static final int MAX_PRELUDE = 16 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<LambdaAnswer.Chunk> chunks = new ArrayList<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private boolean streaming;
    private boolean preludeExpected;
    private @Nullable JsonNode head;
    private @Nullable FunctionError error;

    void begin(boolean streamingMode, @Nullable String contentType) {
        streaming = streamingMode;
        preludeExpected = streamingMode && PRELUDE_TYPE.equals(contentType);
    }

    boolean headReceived() {
        return head != null || (streaming && !preludeExpected);
    }

    List<LambdaAnswer.Chunk> chunks() {
        return chunks;
    }

    void content(byte[] bytes) {
        long now = System.nanoTime();
        if (!streaming || (preludeExpected && head == null)) {
            pending.writeBytes(bytes);
            if (streaming) {
                splitPrelude(now);
            }
        } else if (bytes.length > 0) {
            chunks.add(new LambdaAnswer.Chunk(now, bytes));
        }
    }

    private void splitPrelude(long now) {
        byte[] all = pending.toByteArray();
        int end = indexOfNuls(all);
        if (end < 0) {
            if (all.length > MAX_PRELUDE) {
                fail("no prelude delimiter in the first 16 KB");
            }
            return;
        }
        if (end + NULS > MAX_PRELUDE) {
            fail("the prelude delimiter lies beyond the first 16 KB");
        }
        try {
            head = JSON.readTree(all, 0, end);
        } catch (IOException notJson) {
            fail("the prelude is no JSON: " + notJson.getMessage());
            head = JSON.createObjectNode();
        }
        pending.reset();
        if (end + NULS < all.length) {
            chunks.add(new LambdaAnswer.Chunk(now, Arrays.copyOfRange(all, end + NULS, all.length)));
        }
    }

    private static int indexOfNuls(byte[] bytes) {
        int run = 0;
        for (int i = 0; i < bytes.length; i++) {
            run = bytes[i] == 0 ? run + 1 : 0;
            if (run == NULS) {
                return i - NULS + 1;
            }
        }
        return -1;
    }

    /** The answer so far; {@code complete} tells whether more could have come. */
    LambdaAnswer answer(boolean complete, Map<String, String> trailers) {
        return streaming ? streamed(complete, trailers) : buffered(complete, trailers);
    }

    private LambdaAnswer streamed(boolean complete, Map<String, String> trailers) {
        if (preludeExpected && head == null && error == null) {
            fail("the answer ended before the prelude did");
        }
        String errorType = trailers.get("lambda-runtime-function-error-type");
        if (errorType != null) {
            String encoded = trailers.getOrDefault("lambda-runtime-function-error-body", "");
            String body = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            error = error(errorType, body);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        chunks.forEach(chunk -> body.writeBytes(chunk.bytes()));
        return answer(complete, head, body.toByteArray(), chunks, trailers);
    }

    private LambdaAnswer buffered(boolean complete, Map<String, String> trailers) {
        byte[] raw = pending.toByteArray();
        byte[] body = {};
        JsonNode proxy = null;
        try {
            proxy = JSON.readTree(raw);
            String text = proxy.path("body").asText("");
            body = proxy.path("isBase64Encoded").asBoolean()
                    ? Base64.getDecoder().decode(text)
                    : text.getBytes(StandardCharsets.UTF_8);
            if (!proxy.path("statusCode").isInt()) {
                fail("Malformed Lambda proxy response: no statusCode", new String(raw, StandardCharsets.UTF_8));
            }
        } catch (IOException | IllegalArgumentException malformed) {
            fail("Malformed Lambda proxy response: " + malformed.getMessage(), new String(raw, StandardCharsets.UTF_8));
        }
        List<LambdaAnswer.Chunk> one =
                body.length == 0 ? List.of() : List.of(new LambdaAnswer.Chunk(System.nanoTime(), body));
        return answer(complete, proxy, body, one, trailers);
    }

    private LambdaAnswer answer(
            boolean complete,
            @Nullable JsonNode meta,
            byte[] body,
            List<LambdaAnswer.Chunk> pieces,
            Map<String, String> trailers) {
        JsonNode node = meta == null ? JSON.createObjectNode() : meta;
        Map<String, String> headers = new LinkedHashMap<>();
        node.path("headers")
                .properties()
                .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
        Map<String, List<String>> multi = new LinkedHashMap<>();
        node.path("multiValueHeaders").properties().forEach(e -> multi.put(e.getKey(), texts(e.getValue())));
        // Lambda takes a prelude without statusCode for 200; the proxy form must have one.
        int status = error != null && (meta == null || !streaming)
                ? BAD_GATEWAY
                : node.path("statusCode").asInt(200);
        return new LambdaAnswer(
                complete,
                streaming,
                status,
                Map.copyOf(headers),
                Map.copyOf(multi),
                texts(node.path("cookies")),
                body,
                List.copyOf(pieces),
                trailers,
                error);
    }

    private static List<String> texts(JsonNode array) {
        List<String> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asText()));
        return List.copyOf(values);
    }

    private void fail(String message) {
        fail(message, "");
    }

    private void fail(String message, String asItCame) {
        error = new FunctionError("InvalidResponse", message, asItCame);
    }

    static LambdaAnswer ofError(FunctionError error) {
        return new LambdaAnswer(
                true, false, BAD_GATEWAY, Map.of(), Map.of(), List.of(), new byte[0], List.of(), Map.of(), error);
    }

    static FunctionError error(String type, String body) {
        String message = body;
        try {
            JsonNode node = JSON.readTree(body);
            message = node.path("errorMessage").asText(body);
        } catch (JsonProcessingException notJson) {
            // The text itself is the message then.
            message = body;
        }
        return new FunctionError(type, message, body);
    }
}
