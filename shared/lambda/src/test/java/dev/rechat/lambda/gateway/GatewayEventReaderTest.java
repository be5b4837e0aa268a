package dev.rechat.lambda.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rechat.testing.lambda.ApiGatewayEvents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayEventReaderTest {

    @Test
    void readsEventOfTheGateway() throws Exception {
        GatewayEvent event = GatewayEventReader.read(ApiGatewayEvents.post("/a/b")
                .header("X-Tag", "1")
                .header("X-Tag", "2")
                .query("q", "ä")
                .json("{}")
                .build());

        assertThat(event.method()).isEqualTo("POST");
        assertThat(event.path()).isEqualTo("/a/b");
        assertThat(event.headers()).containsEntry("x-tag", List.of("1", "2"));
        assertThat(event.query()).containsEntry("q", List.of("ä"));
        assertThat(event.bytes()).asString().isEqualTo("{}");
        assertThat(event.sourceIp()).isEqualTo("203.0.113.7");
    }

    @Test
    void decodesBase64() throws Exception {
        GatewayEvent event = GatewayEventReader.read(
                ApiGatewayEvents.post("/").binary(new byte[] {0, -1}).build());

        assertThat(event.bytes()).containsExactly(0, -1);
    }

    @Test
    void prefersMultiValueHeaderWhateverTheCaseOfItsName() throws Exception {
        GatewayEvent event = GatewayEventReader.read("""
                {"httpMethod": "GET", "path": "/", "headers": {"x-a": "2", "x-b": "3"},
                 "multiValueHeaders": {"X-A": ["1", "2"]}}""");

        assertThat(event.headers()).containsEntry("X-A", List.of("1", "2")).containsEntry("X-B", List.of("3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "{\"path\":\"/\"}",
                "{\"httpMethod\":\"GET\"}",
                "{\"httpMethod\":\"GET\",\"path\":\"x\"}",
                "{\"httpMethod\":\"GET\",\"path\":\"//x\"}",
                "{\"httpMethod\":\"G T\",\"path\":\"/\"}",
                "{\"httpMethod\":[\"GET\"],\"path\":\"/\"}",
                "{\"httpMethod\":\"GET\",\"path\":\"/\",\"headers\":{\"a\":{}}}",
            })
    void refusesWhatIsNoProxyEvent(String json) {
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> GatewayEventReader.read(json));
    }
}
