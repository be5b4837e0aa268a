package dev.rechat.lambda.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayUriTest {

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b",
        "/a%20b, /a%20b",
        "/a b, /a%20b",
        "/100%, /100%25",
        "/%zz, /%25zz",
        "/{x}|^, /%7Bx%7D%7C%5E",
        "/你, /%E4%BD%A0",
        "/a?b#c, /a%3Fb%23c",
    })
    void encodesWhatAPathMayNotHold(String path, String expected) {
        assertThat(GatewayUri.of(path, Map.of())).hasToString(expected);
    }

    @Test
    void encodesEveryQueryValue() {
        Map<String, List<String>> query = new TreeMap<>(Map.of("a&", List.of("1", "=&2"), "b", List.of("")));

        assertThat(GatewayUri.of("/", query)).hasToString("/?a%26=1&a%26=%3D%262&b=");
    }
}
