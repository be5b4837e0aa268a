package dev.rechat.conversations.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.kernel.error.ValidationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.dify.ai/v1,                 https://api.dify.ai/v1",
        "' https://api.dify.ai/v1// ',           https://api.dify.ai/v1",
        "HTTP://Dify.Example.ORG:8080/a/v1/,     http://dify.example.org:8080/a/v1",
        "http://10.0.0.7,                        http://10.0.0.7",
        "http://[::1]:5001/v1,                   http://[::1]:5001/v1",
        "https://dify.example.org/a/../v1,       https://dify.example.org/v1"
    })
    void isNormalised(String given, String expected) {
        assertThat(BaseUrl.parse(given)).hasToString(expected);
        assertThat(BaseUrl.parse(expected)).isEqualTo(BaseUrl.parse(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dify.example.org/v1",
                "//dify.example.org/v1",
                "ftp://dify.example.org/v1",
                "file:///etc/passwd",
                "https:///v1",
                "https://",
                "https://user:secret@dify.example.org/v1",
                "https://dify.example.org/v1?key=1",
                "https://dify.example.org/v1#top",
                "https://dify.example.org:0/v1",
                "https://dify.example.org:65536/v1",
                "https://dify example.org/v1",
                "https://dify.example.org/v1\nHost: evil",
                "javascript:alert(1)"
            })
    void refusesWhatNoKeyMayBeSentTo(String text) {
        assertThatThrownBy(() -> BaseUrl.parse(text))
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        invalid -> assertThat(invalid.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.field()).isEqualTo("base_url")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.org/v1,      https://a.org/v2,      true",
        "https://a.org/v1,      http://a.org/v1,       false",
        "https://a.org/v1,      https://a.org:444/v1,  false",
        "https://a.org/v1,      https://b.a.org/v1,    false"
    })
    void knowsWhetherAnotherPartyIsMeant(String one, String other, boolean same) {
        assertThat(BaseUrl.parse(one).sameOrigin(BaseUrl.parse(other))).isEqualTo(same);
    }
}
