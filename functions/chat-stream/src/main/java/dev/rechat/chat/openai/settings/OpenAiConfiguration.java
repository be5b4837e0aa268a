package dev.rechat.chat.openai.settings;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The OpenAI-compatible API.
 *
 * @param chatIdHeader the header in which programs name the chat that a question belongs to, in any case
 * @param grace how long an answer goes on when the program that asked has gone; it does not come back as a browser does
 * @param patience how long an answer that is not streamed is waited for before its head is sent, with spaces from then on so that
 *     nobody on the way takes the connection for a dead one
 */
@ConfigurationProperties("rechat.openai")
public record OpenAiConfiguration(
        @Bindable(defaultValue = "X-OpenWebUI-Chat-Id") String chatIdHeader,
        @Bindable(defaultValue = "30s") Duration grace,
        @Bindable(defaultValue = "20s") Duration patience) {}
