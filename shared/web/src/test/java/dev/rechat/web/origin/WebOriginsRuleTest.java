package dev.rechat.web.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.MapPropertyResolver;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginsRuleTest {

    @Test
    void isFoundAtStart() {
        assertThat(ServiceLoader.load(ConfigurationRule.class)).hasAtLeastOneElementOfType(WebOriginsRule.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://chat.example.org", "https://a.example, http://localhost:5173"})
    void acceptsOriginsOrNone(String origins) {
        assertThat(new WebOriginsRule().problems(new MapPropertyResolver(Map.of("rechat.web.origins", origins))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat.example.org", "https://chat.example.org/", "*", "https://a@b", "ftp://x", "https:// x"})
    void refusesWhatIsNoOrigin(String origins) {
        assertThat(new WebOriginsRule().problems(new MapPropertyResolver(Map.of("rechat.web.origins", origins))))
                .singleElement()
                .asString()
                .startsWith("RECHAT_WEB_ORIGINS must be");
    }
}
