package dev.rechat.maintenance.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaintenanceRuleTest {

    private static List<String> problems(Map<String, Object> properties) {
        try (var context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties)
                .build()) {
            return new MaintenanceRule().problems(context.getEnvironment().start());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rechat.maintenance.orphans-after, 4m, 5m",
        "rechat.maintenance.uploads-kept, 59m, 1h",
        "rechat.maintenance.budgets-kept, 61d, 62d",
        "rechat.maintenance.runs-kept, 23h, 1d",
        "rechat.turns.log-retention, 9m, 10m"
    })
    void knowsTheShortestTimeThatMakesSense(String property, String tooShort, String least) {
        String variable = property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);

        assertThat(problems(Map.of(property, tooShort)))
                .containsExactly(variable + " must be a duration of " + least + " or more");
        assertThat(problems(Map.of(property, "-1d"))).hasSize(1);
        assertThat(problems(Map.of(property, "for ever"))).hasSize(1);
        assertThat(problems(Map.of(property, least))).isEmpty();
    }

    @Test
    void needsNothingToBeSet() {
        assertThat(problems(Map.of())).isEmpty();
    }
}
