package dev.rechat.dify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifyAppTest {

    private static final DifyApiKey KEY = new DifyApiKey("app-not-a-real-key");

    @ParameterizedTest
    @CsvSource({
        "https://api.dify.ai/v1, https://api.dify.ai/v1/info",
        "https://api.dify.ai/v1/, https://api.dify.ai/v1/info",
        "http://10.0.0.1:5001/v1, http://10.0.0.1:5001/v1/info",
        "https://host/tools/dify/v1, https://host/tools/dify/v1/info",
        "http://[::1]:80, http://[::1]:80/info",
        "HTTP://host, HTTP://host/info"
    })
    void keepsThePathOfItsBaseUrl(String baseUrl, String info) {
        assertThat(new DifyApp(URI.create(baseUrl), KEY).resolve("info")).isEqualTo(URI.create(info));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1",
                "ftp://host/v1",
                "http:host",
                "http://user:pw@host/v1",
                "http://host/v1?a=b",
                "http://host#a"
            })
    void refusesBaseUrlThatIsNone(String baseUrl) {
        assertThatThrownBy(() -> new DifyApp(URI.create(baseUrl), KEY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverPrintsTheKey() {
        DifyApp app = new DifyApp(URI.create("https://api.dify.ai/v1"), KEY);

        assertThat(KEY.toString()).isEqualTo("DifyApiKey[hidden]");
        assertThat(app.toString()).doesNotContain("not-a-real").contains("api.dify.ai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "app key", "app\r\nX-Injected: 1", "app-ä", "app\0"})
    void refusesKeyThatCouldBreakOutOfItsHeaderWithoutQuotingIt(String key) {
        assertThatThrownBy(() -> new DifyApiKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a Dify API key consists of visible ASCII characters");
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT, chat-messages/a%2F..%2Fb%3F%20c/stop",
        "AGENT_CHAT, chat-messages/a%2F..%2Fb%3F%20c/stop",
        "ADVANCED_CHAT, chat-messages/a%2F..%2Fb%3F%20c/stop",
        "AGENT, chat-messages/a%2F..%2Fb%3F%20c/stop",
        "COMPLETION, completion-messages/a%2F..%2Fb%3F%20c/stop",
        "WORKFLOW, workflows/tasks/a%2F..%2Fb%3F%20c/stop"
    })
    void stopsOnTheRouteOfTheMode(DifyMode mode, String path) {
        assertThat(Routes.stop(mode, "a/../b? c")).isEqualTo(path);
    }

    @Test
    void cannotStopAnAppOfUnknownMode() {
        assertThatThrownBy(() -> Routes.stop(DifyMode.UNKNOWN, "t")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "chat, CHAT", "agent-chat, AGENT_CHAT", "advanced-chat, ADVANCED_CHAT", "completion, COMPLETION",
        "workflow, WORKFLOW", "agent, AGENT", "rag-pipeline, UNKNOWN", "'', UNKNOWN"
    })
    void knowsModesByTheirNames(String name, DifyMode mode) {
        assertThat(DifyMode.of(name)).isEqualTo(mode);
    }
}
