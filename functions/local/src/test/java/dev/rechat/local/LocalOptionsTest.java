package dev.rechat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.local.demo.RealDify;
import dev.rechat.testing.dify.EngineVariant;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;

final class LocalOptionsTest {

    private static LocalOptions parse(String... arguments) {
        var options = new LocalOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return options;
    }

    @Test
    void defaultToTheSimulatorOnThisMachine() {
        LocalOptions options = parse();

        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.dataDirectory()).endsWithRaw(Path.of(".rechat"));
        assertThat(options.variant()).isEqualTo(EngineVariant.CELERY);
        assertThat(options.realDify()).isEmpty();
    }

    @Test
    void takeSeveralAppsOfRealDifys() {
        LocalOptions options = parse(
                "--dify", "https://a.example/v1", "--key", "app-1", "--dify", "https://b.example/v1", "--key", "app-2");

        assertThat(options.realDify())
                .containsExactly(
                        new RealDify("https://a.example/v1", "app-1"), new RealDify("https://b.example/v1", "app-2"));
    }

    @Test
    void wantAKeyWithADify() {
        assertThatThrownBy(() -> parse("--dify", "https://a.example/v1"))
                .isInstanceOf(MissingParameterException.class)
                .hasMessageContaining("--key");
    }

    @Test
    void takeTheVariantInAnyCase() {
        assertThat(parse("--variant", "legacy").variant()).isEqualTo(EngineVariant.LEGACY);
    }
}
