package dev.rechat.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.kernel.config.ConfigurationRule;
import io.micronaut.core.value.MapPropertyResolver;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadLimitRuleTest {

    @Test
    void isFoundAtStart() {
        assertThat(ServiceLoader.load(ConfigurationRule.class)).hasAtLeastOneElementOfType(UploadLimitRule.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "15728640", "1073741824"})
    void acceptsANumberOfBytesThatFitsIntoMemory(String bytes) {
        assertThat(problems(bytes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "15MB", "1073741825", ""})
    void namesTheVariableThatIsWrong(String bytes) {
        assertThat(problems(bytes)).singleElement().asString().startsWith("RECHAT_FILES_MAX_BYTES");
    }

    @Test
    void needsNothingToBeGiven() {
        assertThat(new UploadLimitRule().problems(new MapPropertyResolver(Map.of())))
                .isEmpty();
    }

    private static List<String> problems(String bytes) {
        return new UploadLimitRule().problems(new MapPropertyResolver(Map.of("rechat.files.max-bytes", bytes)));
    }
}
