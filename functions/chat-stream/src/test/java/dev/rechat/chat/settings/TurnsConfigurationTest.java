package dev.rechat.chat.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsConfigurationTest {

    private static final Map<String, Object> SECRETS = Map.of(
            "rechat.jwt.keys", "test:not-a-secret-but-long-enough-for-HS256",
            "rechat.secrets.keys", "test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    @Test
    void hasTheseDefaults() {
        try (ApplicationContext context = ApplicationContext.run(SECRETS)) {
            assertThat(context.getBean(TurnsConfiguration.class))
                    .isEqualTo(new TurnsConfiguration(
                            Duration.ofSeconds(60),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(3),
                            Duration.ofMinutes(10),
                            Duration.ofHours(24),
                            Duration.ofSeconds(2),
                            8 * 1024 * 1024,
                            10,
                            0));
        }
    }

    private static List<String> problems(Map<String, Object> given) {
        try (ApplicationContext context = ApplicationContext.builder()
                .propertySources(PropertySource.of(given))
                .build()) {
            context.getEnvironment().start();
            return new TurnsRule().problems(context.getEnvironment());
        }
    }

    @Test
    void namesEveryValueThatMakesNoSense() {
        assertThat(problems(Map.of(
                        "rechat.turns.lease", "0s",
                        "rechat.turns.title-patience", "a while",
                        "rechat.turns.max-bytes", "0",
                        "rechat.turns.max-running-per-user", "-1")))
                .hasSize(4)
                .anyMatch(problem -> problem.startsWith("RECHAT_TURNS_LEASE "))
                .anyMatch(problem -> problem.startsWith("RECHAT_TURNS_TITLE_PATIENCE "))
                .anyMatch(problem -> problem.startsWith("RECHAT_TURNS_MAX_BYTES "))
                .anyMatch(problem -> problem.startsWith("RECHAT_TURNS_MAX_RUNNING_PER_USER "));
    }

    @Test
    void takesValuesThatDo() {
        assertThat(problems(Map.of("rechat.turns.lease", "5s", "rechat.turns.title-patience", "0s")))
                .isEmpty();
        assertThat(problems(Map.of())).isEmpty();
    }
}
