package dev.rechat.testing.dify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {

    @Test
    void pricesAddUp() {
        Usage usage = new Usage(1000, 2000, 0.5);

        assertThat(usage.toJson().path("prompt_price").asText()).isEqualTo("0.00015000");
        assertThat(usage.toJson().path("completion_price").asText()).isEqualTo("0.0012000");
        assertThat(usage.totalPrice()).isEqualTo("0.00135000");
        assertThat(usage.totalTokens()).isEqualTo(3000);
    }
}
