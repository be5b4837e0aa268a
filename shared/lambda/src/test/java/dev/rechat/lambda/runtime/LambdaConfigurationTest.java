package dev.rechat.lambda.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.value.MapPropertyResolver;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaConfigurationTest {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    private final LambdaConfiguration configuration = new LambdaConfiguration(Duration.ofSeconds(5));

    @Test
    void endsAnswersFiveSecondsBeforeTheDeadlineUnlessToldOtherwise() {
        try (ApplicationContext context = ApplicationContext.run("function", "lambda")) {
            assertThat(context.getBean(LambdaConfiguration.class)).isEqualTo(configuration);
        }
    }

    @Test
    void endsBeforeTheDeadlineByTheMargin() {
        assertThat(configuration.endOf(NOW, NOW.plusSeconds(900))).isEqualTo(NOW.plusSeconds(895));
    }

    @Test
    void leavesThreeQuartersOfShortTimeToTheApplication() {
        assertThat(configuration.endOf(NOW, NOW.plusSeconds(4))).isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    void endsAtOnceWhenTheDeadlineIsOver() {
        assertThat(configuration.endOf(NOW, NOW.minusSeconds(1))).isEqualTo(NOW);
    }

    @Test
    void hasNoEndWithoutDeadline() {
        assertThat(configuration.endOf(NOW, Instant.MAX)).isEqualTo(Instant.MAX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0s", "-5s"})
    void namesItsVariableWhenTheMarginIsWrong(String margin) {
        var wrong = new MapPropertyResolver(Map.of("rechat.lambda.deadline-margin", margin));

        assertThat(new DeadlineMarginRule().problems(wrong))
                .singleElement()
                .asString()
                .startsWith("RECHAT_LAMBDA_DEADLINE_MARGIN ");
    }

    @Test
    void acceptsMarginThatIsRightOrNotGiven() {
        var right = new MapPropertyResolver(Map.of("rechat.lambda.deadline-margin", "PT3S"));

        assertThat(new DeadlineMarginRule().problems(right)).isEmpty();
        assertThat(new DeadlineMarginRule().problems(new MapPropertyResolver(Map.of())))
                .isEmpty();
    }
}
