package dev.rechat.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.MapPropertyResolver;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesRuleTest {

    @Test
    void isFoundAtStart() {
        assertThat(ServiceLoader.load(ConfigurationRule.class)).hasAtLeastOneElementOfType(TrustedProxiesRule.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "10"})
    void acceptsANumberOfProxies(String proxies) {
        assertThat(problems(proxies)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "11", "yes", ""})
    void namesTheVariableThatIsWrong(String proxies) {
        assertThat(problems(proxies)).singleElement().asString().startsWith("RECHAT_HTTP_TRUSTED_PROXIES");
    }

    @Test
    void needsNothingToBeGiven() {
        assertThat(new TrustedProxiesRule().problems(new MapPropertyResolver(Map.of())))
                .isEmpty();
    }

    private static List<String> problems(String proxies) {
        return new TrustedProxiesRule()
                .problems(new MapPropertyResolver(Map.of("rechat.http.trusted-proxies", proxies)));
    }
}
