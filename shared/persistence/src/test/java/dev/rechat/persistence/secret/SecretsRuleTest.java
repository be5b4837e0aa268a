package dev.rechat.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.value.MapPropertyResolver;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsRuleTest {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Test
    void isContentWithOneOrSeveralKeys() {
        assertThat(problems("2026:" + KEY)).isEmpty();
        assertThat(problems(" b:" + KEY + ", a:" + KEY + " ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                KEY,
                ":" + KEY,
                "a:" + KEY + ",",
                "a:" + KEY + ",a:" + KEY,
                "a:not base64",
                "a:c2hvcnQ=",
                "键:" + KEY,
                "a b:" + KEY
            })
    void saysWhatIsWrongWithoutTheValue(String value) {
        assertThat(problems(value))
                .singleElement()
                .asString()
                .startsWith("RECHAT_SECRETS_KEYS ")
                .doesNotContain(KEY)
                .doesNotContain("c2hvcnQ=");
    }

    private static List<String> problems(String value) {
        return new SecretsRule().problems(new MapPropertyResolver(Map.of("rechat.secrets.keys", value)));
    }
}
