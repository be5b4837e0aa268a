package dev.rechat.chat.openai.answer;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** What an answer cost; only where Dify told all three. */
@Serdeable(naming = SnakeCaseStrategy.class)
record TokenUsage(long promptTokens, long completionTokens, long totalTokens) {}
