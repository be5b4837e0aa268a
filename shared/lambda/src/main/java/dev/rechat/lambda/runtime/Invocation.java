package dev.rechat.lambda.runtime;

import java.time.Instant;

/**
 * One event Lambda wants answered.
 *
 * @param id Lambda's request id, which CloudWatch shows too
 * @param deadline when Lambda ends the process if there is no answer by then
 * @param event the event as it came, whether JSON or not
 */
public record Invocation(String id, Instant deadline, String event) {}
