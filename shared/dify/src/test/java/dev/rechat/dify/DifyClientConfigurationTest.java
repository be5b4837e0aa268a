package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DifyClientConfigurationTest {

    private static final Duration PING_INTERVAL = Duration.ofSeconds(10);

    @Test
    void hasTheseDefaults() {
        try (ApplicationContext context = ApplicationContext.run()) {
            assertThat(context.getBean(DifyClientConfiguration.class))
                    .isEqualTo(DifyClientConfiguration.defaults())
                    .isEqualTo(new DifyClientConfiguration(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(60),
                            Duration.ofSeconds(120),
                            Duration.ZERO,
                            8_388_608,
                            8_388_608,
                            16_777_216,
                            10_000,
                            2));
        }
    }

    @Test
    void outlastsDifysPings() {
        DifyClientConfiguration defaults = DifyClientConfiguration.defaults();

        assertThat(defaults.firstByte()).isGreaterThan(PING_INTERVAL.multipliedBy(2));
        assertThat(defaults.idle()).isGreaterThan(PING_INTERVAL.multipliedBy(3));
    }

    @Test
    void isReadFromTheEnvironment() {
        Map<String, Object> given = Map.of("rechat.dify.first-byte", "7s", "rechat.dify.max-line-bytes", "4096");

        try (ApplicationContext context = ApplicationContext.run(given)) {
            assertThat(context.getBean(DifyClientConfiguration.class)).satisfies(configuration -> {
                assertThat(configuration.firstByte()).isEqualTo(Duration.ofSeconds(7));
                assertThat(configuration.maxLineBytes()).isEqualTo(4096);
            });
        }
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        Map<String, Object> given = Map.of("rechat.dify.idle", "0s");

        try (ApplicationContext context = ApplicationContext.run(given)) {
            assertThatThrownBy(() -> context.getBean(DifyClientConfiguration.class))
                    .hasStackTraceContaining("rechat.dify.idle must be longer than zero");
        }
    }

    @Test
    void setsTheHttpClientUpForStreams() {
        TransportConfiguration transport = new TransportConfiguration(DifyClientConfiguration.defaults(), "guard");

        assertThat(transport.getReadTimeout()).isEmpty();
        assertThat(transport.getReadIdleTimeout()).isEmpty();
        assertThat(transport.getRequestTimeout()).isNull();
        assertThat(transport.isFollowRedirects()).isFalse();
        assertThat(transport.getAddressResolverGroupName()).isEqualTo("guard");
        assertThat(transport.getConnectTimeout()).contains(Duration.ofSeconds(5));
        assertThat(transport.getConnectionPoolConfiguration().getMaxConcurrentHttp1Connections())
                .isEqualTo(10_000);
    }
}
