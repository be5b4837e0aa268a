package dev.rechat.lambda.gateway;

import io.micronaut.http.body.CloseableByteBody;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the application answers: the head is final, the body may still be in the making. Whoever takes it reads or closes
 * the body and completes {@code written} when it is done with it.
 *
 * @param headers every value, without those that only concern one connection
 * @param body absent for an empty one
 */
public record GatewayAnswer(
        int status,
        Map<String, List<String>> headers,
        @Nullable CloseableByteBody body,
        CompletableFuture<@Nullable Void> written) {}
