package dev.rechat.chat.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.dify.payload.DifyUsage;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageMeterTest {

    private long now = 7_000_000_000L;

    private void pass(long millis) {
        now += millis * 1_000_000;
    }

    @Test
    void measuresFromWhenThePersonAsked() {
        UsageMeter meter = new UsageMeter(() -> now, Duration.ofSeconds(60), false);
        pass(5);
        meter.text();
        pass(5);
        meter.text();

        assertThat(meter.reading().firstTokenMs()).isEqualTo(60_005);
        assertThat(meter.reading().latencyMs()).isEqualTo(60_010);
    }

    @Test
    void doesNotKnowWhenTheFirstWordsCameThatAnotherHasTold() {
        UsageMeter meter = new UsageMeter(() -> now, Duration.ofSeconds(60), true);
        pass(5);
        meter.text();

        assertThat(meter.reading().firstTokenMs()).isNull();
        assertThat(meter.reading().latencyMs()).isEqualTo(60_005);
    }

    @ParameterizedTest
    @CsvSource({"0.0000012, 0.0000012", "1E+3, 1000", "1E+999999999,", "1E-999999999,", "1E+101,"})
    void writesOutOnlyWhatCanBeAPrice(BigDecimal told, String text) {
        UsageMeter meter = new UsageMeter(() -> now, Duration.ZERO, false);
        meter.usage(new DifyUsage(1L, null, null, null, 1L, null, null, null, 2L, told, "USD", null, null, null));

        assertThat(meter.reading().totalPrice()).isEqualTo(text);
    }
}
