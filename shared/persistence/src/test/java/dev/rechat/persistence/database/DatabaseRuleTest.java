package dev.rechat.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.value.MapPropertyResolver;
import io.micronaut.core.value.PropertyResolver;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseRuleTest {

    private static final String URL = "datasources.default.url";
    private static final String USERNAME = "datasources.default.username";

    private final DatabaseRule rule = new DatabaseRule();

    @Test
    void isContentWithUrlAndUser() {
        assertThat(rule.problems(configuration(Map.of(URL, "jdbc:mysql://db:3306/rechat", USERNAME, "rechat"))))
                .isEmpty();
    }

    @Test
    void namesEverythingThatIsMissing() {
        assertThat(rule.problems(configuration(Map.of())))
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("DATASOURCES_DEFAULT_URL "))
                .anySatisfy(line -> assertThat(line).startsWith("DATASOURCES_DEFAULT_USERNAME "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql://db/rechat?password=hunter2", "mysql://root:hunter2@db/rechat", "hunter2"})
    void refusesAnotherKindOfUrlWithoutRepeatingIt(String url) {
        assertThat(rule.problems(configuration(Map.of(URL, url, USERNAME, "rechat"))))
                .singleElement()
                .asString()
                .startsWith("DATASOURCES_DEFAULT_URL ")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1s", "20s", "1m"})
    void isContentWithPatienceThatMakesSense(String patience) {
        assertThat(rule.problems(configuration(withPatience(patience)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "500ms", "61s", "-5s", "soon"})
    void refusesPatienceThatMakesNone(String patience) {
        assertThat(rule.problems(configuration(withPatience(patience))))
                .singleElement()
                .asString()
                .startsWith("RECHAT_DATABASE_PATIENCE ");
    }

    private static Map<String, Object> withPatience(String patience) {
        return Map.of(URL, "jdbc:mysql://db:3306/rechat", USERNAME, "rechat", "rechat.database.patience", patience);
    }

    private static PropertyResolver configuration(Map<String, Object> values) {
        return new MapPropertyResolver(values);
    }
}
