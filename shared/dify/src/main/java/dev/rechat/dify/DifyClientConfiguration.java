package dev.rechat.dify;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * Limits of {@link DifyClient}.
 *
 * @param connect longest time to get a connection, name resolution and TLS included
 * @param firstByte longest wait for the head of a response once connected; Dify sends it with the first token or, when
 *     a model is slow, with the first ping after 10 s. Does not apply to {@link DifyClient#ask}
 * @param idle longest silence within a response; Dify pings every 10 s while it works
 * @param total longest duration of a call that is not streamed
 * @param audioTail how long to wait for spoken audio after the event that ends a stream; zero reads on only when audio
 *     has already come in that stream
 * @param maxLineBytes largest line of a stream
 * @param maxEventBytes largest event of a stream
 * @param maxBodyBytes largest body of an answer that is not streamed
 * @param maxConnections most connections at a time to one host, and so most concurrent streams
 * @param retries how often a call that changes nothing is made again
 */
@ConfigurationProperties("rechat.dify")
public record DifyClientConfiguration(
        @Bindable(defaultValue = "5s") Duration connect,
        @Bindable(defaultValue = "30s") Duration firstByte,
        @Bindable(defaultValue = "60s") Duration idle,
        @Bindable(defaultValue = "120s") Duration total,
        @Bindable(defaultValue = "0s") Duration audioTail,
        @Bindable(defaultValue = "8388608") int maxLineBytes,
        @Bindable(defaultValue = "8388608") int maxEventBytes,
        @Bindable(defaultValue = "16777216") int maxBodyBytes,
        @Bindable(defaultValue = "10000") int maxConnections,
        @Bindable(defaultValue = "2") int retries) {

    public DifyClientConfiguration {
        requirePositive("connect", connect);
        requirePositive("first-byte", firstByte);
        requirePositive("idle", idle);
        requirePositive("total", total);
        if (audioTail.isNegative()) {
            throw new IllegalArgumentException("rechat.dify.audio-tail must not be negative");
        }
        requirePositive("max-line-bytes", maxLineBytes);
        requirePositive("max-event-bytes", maxEventBytes);
        requirePositive("max-body-bytes", maxBodyBytes);
        requirePositive("max-connections", maxConnections);
        if (retries < 0) {
            throw new IllegalArgumentException("rechat.dify.retries must not be negative");
        }
    }

    /** The values that hold where nothing is configured. */
    public static DifyClientConfiguration defaults() {
        return new DifyClientConfiguration(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(120),
                Duration.ZERO,
                8 * 1024 * 1024,
                8 * 1024 * 1024,
                16 * 1024 * 1024,
                10_000,
                2);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("rechat.dify.%s must be longer than zero".formatted(name));
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("rechat.dify.%s must be positive".formatted(name));
        }
    }
}
