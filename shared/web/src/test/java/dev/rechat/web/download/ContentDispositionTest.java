package dev.rechat.web.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\"; filename=\"b", "a\r\nSet-Cookie: x=1", "😀 猫.md", "a'b*c%d", "../../etc/passwd"})
    void letsNoNameOutOfItsPlace(String name) {
        assertThat(ContentDisposition.attachment(name)).matches("attachment; filename\\*=UTF-8''[A-Za-z0-9%._-]+");
    }

    @Test
    void keepsTheName() {
        assertThat(ContentDisposition.inline("a 猫.md")).isEqualTo("inline; filename*=UTF-8''a%20%E7%8C%AB.md");
    }
}
