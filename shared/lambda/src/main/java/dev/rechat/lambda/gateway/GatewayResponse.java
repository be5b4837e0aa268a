package dev.rechat.lambda.gateway;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.function.BinaryTypeConfiguration;
import io.micronaut.function.aws.proxy.AbstractServletHttpResponse;
import io.micronaut.http.body.CloseableByteBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Where Micronaut writes the final head; becomes a {@link GatewayAnswer} as soon as the body begins or is known absent. */
final class GatewayResponse extends AbstractServletHttpResponse<GatewayAnswer, Object> {

    /** RFC 9110, section 7.6.1, and the length, which the gateway counts itself. */
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "keep-alive", "trailer", "transfer-encoding", "upgrade");

    private final CompletableFuture<GatewayAnswer> answer = new CompletableFuture<>();

    GatewayResponse(ConversionService conversionService, BinaryTypeConfiguration binaryTypes) {
        super(conversionService, binaryTypes);
    }

    /** Completes when the head is final. */
    CompletableFuture<GatewayAnswer> answer() {
        return answer;
    }

    @Override
    public CompletableFuture<?> stream(CloseableByteBody content) {
        CompletableFuture<@Nullable Void> written = new CompletableFuture<>();
        if (!answer.complete(new GatewayAnswer(code(), head(), content, written))) {
            content.close();
            written.complete(null);
        }
        return written;
    }

    /** The application is done; without a body before, there is none. */
    void complete() {
        if (!answer.isDone()) {
            answer.complete(new GatewayAnswer(code(), head(), null, new CompletableFuture<>()));
        }
    }

    private Map<String, List<String>> head() {
        Map<String, List<String>> head = new LinkedHashMap<>();
        headers.forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)) && !values.isEmpty()) {
                head.put(name, new ArrayList<>(values));
            }
        });
        return head;
    }

    @Override
    public GatewayAnswer getNativeResponse() {
        complete();
        return answer.join();
    }
}
