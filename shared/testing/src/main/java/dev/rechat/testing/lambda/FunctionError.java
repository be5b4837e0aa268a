package dev.rechat.testing.lambda;

/**
 * What a function reported to {@code /invocation/{id}/error}, {@code /init/error} or in the trailers of a stream.
 *
 * @param type the error type header or trailer
 * @param message {@code errorMessage} of the JSON body, or the body as it came when it is no such JSON
 * @param body the body as it came (base64 removed when it was a trailer)
 */
public record FunctionError(String type, String message, String body) {}
