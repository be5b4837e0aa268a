package dev.rechat.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.MapPropertyResolver;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class JwtSecretRuleTest {

    @Test
    void isFoundAtStart() {
        assertThat(ServiceLoader.load(ConfigurationRule.class)).hasAtLeastOneElementOfType(JwtSecretRule.class);
    }

    @Test
    void acceptsALongSecret() {
        assertThat(problems("0123456789abcdef0123456789abcdef")).isEmpty();
    }

    @Test
    void namesTheVariableThatIsMissing() {
        assertThat(problems(" ")).singleElement().asString().startsWith("RECHAT_JWT_SECRET is missing");
        assertThat(new JwtSecretRule().problems(new MapPropertyResolver(Map.of())))
                .hasSize(1);
    }

    @Test
    void refusesAShortSecretAndDoesNotRepeatIt() {
        assertThat(problems("only-31-bytes-long-0123456789ab"))
                .singleElement()
                .asString()
                .startsWith("RECHAT_JWT_SECRET is too short")
                .doesNotContain("only-31");
    }

    private static List<String> problems(String secret) {
        return new JwtSecretRule().problems(new MapPropertyResolver(Map.of("rechat.jwt.secret", secret)));
    }
}
