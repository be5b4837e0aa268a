package dev.rechat.testing.lambda;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a function answered to one invocation, as API Gateway would read it.
 *
 * @param complete whether the answer was received to its end; false when the connection ended before
 * @param streaming whether it came in the streaming form (prelude, eight NULs, payload)
 * @param status the HTTP status; 502 for an invocation error or an answer API Gateway would not understand
 * @param headers single-value headers as sent
 * @param multiValueHeaders multi-value headers as sent
 * @param cookies the {@code cookies} of a streaming prelude
 * @param body the payload, base64 removed, without the prelude
 * @param chunks the payload as it arrived; one chunk for the buffered form
 * @param trailers trailers of the streaming form, names in lower case
 * @param error set for an invocation error, error trailers, or an answer API Gateway would not understand
 */
public record LambdaAnswer(
        boolean complete,
        boolean streaming,
        int status,
        Map<String, String> headers,
        Map<String, List<String>> multiValueHeaders,
        List<String> cookies,
        byte[] body,
        List<Chunk> chunks,
        Map<String, String> trailers,
        @Nullable FunctionError error) {

    /** A piece of the payload: one HTTP chunk of the streaming form. */
    public record Chunk(long arrivalNanos, byte[] bytes) {

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public List<String> chunkTexts() {
        return chunks.stream().map(Chunk::text).toList();
    }

    /** The first value of a header, whichever map it came in; the name in any case. */
    public Optional<String> header(String name) {
        return headerValues(name).stream().findFirst();
    }

    /** All values of a header as API Gateway merges them: the multi-value map wins for a name in both. */
    public List<String> headerValues(String name) {
        List<String> values = new ArrayList<>();
        multiValueHeaders.forEach((key, list) -> {
            if (key.equalsIgnoreCase(name)) {
                values.addAll(list);
            }
        });
        if (values.isEmpty()) {
            headers.forEach((key, value) -> {
                if (key.equalsIgnoreCase(name)) {
                    values.add(value);
                }
            });
        }
        return List.copyOf(values);
    }

    /** Every cookie a browser would be told to set, whether sent as {@code cookies} or as {@code Set-Cookie}. */
    public List<String> setCookies() {
        List<String> all = new ArrayList<>(cookies);
        all.addAll(headerValues("Set-Cookie"));
        return List.copyOf(all);
    }
}
