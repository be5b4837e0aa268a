package dev.rechat.web.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.MapPropertyResolver;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JwtKeysRuleTest {

    private static final String LONG = "0123456789abcdef0123456789abcdef";

    @Test
    void isFoundAtStart() {
        assertThat(ServiceLoader.load(ConfigurationRule.class)).hasAtLeastOneElementOfType(JwtKeysRule.class);
    }

    @Test
    void acceptsOneKeyOrSeveral() {
        assertThat(problems("k1:" + LONG)).isEmpty();
        assertThat(problems("2026-11:" + LONG + ", 2026-05:" + LONG)).isEmpty();
    }

    @Test
    void namesTheVariableThatIsMissing() {
        assertThat(problems(" ")).singleElement().asString().startsWith("RECHAT_JWT_KEYS is missing");
        assertThat(new JwtKeysRule().problems(new MapPropertyResolver(Map.of())))
                .hasSize(1);
    }

    @Test
    void tellsWhatToDoWithTheSecretOfEarlierVersionsAndDoesNotRepeatIt() {
        var old = new MapPropertyResolver(Map.of("rechat.jwt.secret", LONG));

        assertThat(new JwtKeysRule().problems(old))
                .singleElement()
                .asString()
                .startsWith("RECHAT_JWT_KEYS is missing")
                .contains("RECHAT_JWT_SECRET")
                .doesNotContain(LONG);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "k1:only-31-bytes-long-0123456789ab, holds a secret that is too short",
                "0123456789abcdef0123456789abcdef, must be ID:SECRET",
                "\"k1:0123456789abcdef0123456789abcdef,\", must be ID:SECRET",
                "k 1:0123456789abcdef0123456789abcdef, holds a key id",
                "\"k1:0123456789abcdef0123456789abcdef,k1:0123456789abcdef0123456789abcdef\", holds two keys with one id"
            })
    void refusesWhatIsNoKeyAndDoesNotRepeatIt(String keys, String problem) {
        assertThat(problems(keys))
                .singleElement()
                .asString()
                .startsWith("RECHAT_JWT_KEYS " + problem)
                .doesNotContain("0123456789");
    }

    private static List<String> problems(String keys) {
        return new JwtKeysRule().problems(new MapPropertyResolver(Map.of("rechat.jwt.keys", keys)));
    }
}
