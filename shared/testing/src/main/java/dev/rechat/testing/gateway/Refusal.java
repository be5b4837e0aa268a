package dev.rechat.testing.gateway;

import dev.rechat.testing.http.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What API Gateway answers by itself. */
enum Refusal {
    NO_ROUTE(403, "Missing Authentication Token", "MissingAuthenticationTokenException"),
    TOO_LARGE(413, "Request Too Long", "RequestTooLargeException"),
    TOO_MANY(429, "Too Many Requests", "TooManyRequestsException"),
    FUNCTION_FAILED(502, "Internal server error", "InternalServerErrorException"),
    TIMED_OUT(504, "Endpoint request timed out", "InternalServerErrorException");

    private final int status;
    private final String message;
    private final String type;

    Refusal(int status, String message, String type) {
        this.status = status;
        this.message = message;
        this.type = type;
    }

    void answer(Exchange exchange) {
        exchange.answer(
                status,
                Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type),
                "{\"message\":\"%s\"}".formatted(message).getBytes(StandardCharsets.UTF_8));
    }
}
