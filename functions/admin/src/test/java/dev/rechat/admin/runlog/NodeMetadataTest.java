package dev.rechat.admin.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.usage.report.Money;
import io.micronaut.serde.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeMetadataTest {

    private final NodeMetadata metadata = new NodeMetadata(ObjectMapper.getDefault());

    @Test
    void readsTokensPriceAndRound() {
        var figures = metadata.of("""
                {"total_tokens":12,"total_price":"0.00100","currency":"USD","loop_index":2,"tool_info":{"a":[1]}}""");

        assertThat(figures).isEqualTo(new NodeMetadata.Figures(12L, new Money("USD", "0.001"), 2));
    }

    @Test
    void readsAPriceThatIsANumber() {
        assertThat(metadata.of("{\"total_price\":0.5,\"currency\":\"RMB\"}").cost())
                .isEqualTo(new Money("RMB", "0.5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cut {",
                "[]",
                "null",
                "{}",
                "{\"total_tokens\":\"many\",\"total_price\":\"free\",\"currency\":\"USD\"}",
                "{\"total_price\":\"1\"}",
                "{\"total_price\":{},\"currency\":\"USD\"}",
                "{\"total_price\":null,\"currency\":null}"
            })
    void knowsNothingFromWhatIsSomethingElse(String text) {
        assertThat(metadata.of(text)).isEqualTo(NodeMetadata.Figures.UNKNOWN);
    }

    @Test
    void knowsNothingFromNothing() {
        assertThat(metadata.of(null)).isEqualTo(NodeMetadata.Figures.UNKNOWN);
    }
}
