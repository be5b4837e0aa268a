package dev.rechat.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.web.Api;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks is who the connection or a proxy of ours says, never what the client writes. */
class ClientAddressIT {

    private static final String PEER = "<127.0.0.1>";

    private static Api direct;
    private static Api behindOne;
    private static Api behindTwo;

    @BeforeAll
    static void start() {
        direct = Api.start();
        behindOne = Api.start(Map.of("rechat.http.trusted-proxies", 1));
        behindTwo = Api.start(Map.of("rechat.http.trusted-proxies", 2));
    }

    @AfterAll
    static void stop() {
        direct.close();
        behindOne.close();
        behindTwo.close();
    }

    @Test
    void isThePeerOfTheConnectionWithoutProxies() {
        assertThat(addressAt(direct)).isEqualTo(PEER);
        assertThat(addressAt(direct, "X-Forwarded-For", "198.51.100.1")).isEqualTo(PEER);
        assertThat(addressAt(direct, "Forwarded", "for=198.51.100.1")).isEqualTo(PEER);
        assertThat(addressAt(direct, "X-Real-IP", "198.51.100.1")).isEqualTo(PEER);
    }

    @Test
    void isWhatTheNearestProxySawWhateverTheClientWrote() {
        assertThat(addressAt(behindOne, "X-Forwarded-For", "203.0.113.7")).isEqualTo("<203.0.113.7>");
        assertThat(addressAt(behindOne, "X-Forwarded-For", "198.51.100.1, 203.0.113.7"))
                .isEqualTo("<203.0.113.7>");
        assertThat(addressAt(behindOne, "X-Forwarded-For", "198.51.100.1", "X-Forwarded-For", "203.0.113.7"))
                .isEqualTo("<203.0.113.7>");
        assertThat(addressAt(behindOne, "X-Forwarded-For", ",,198.51.100.1,203.0.113.7"))
                .isEqualTo("<203.0.113.7>");
    }

    @Test
    void isWhatTheFarthestOfSeveralProxiesSaw() {
        assertThat(addressAt(behindTwo, "X-Forwarded-For", "198.51.100.1, 203.0.113.7, 10.0.0.2"))
                .isEqualTo("<203.0.113.7>");
    }

    @Test
    void isThePeerWhenItDidNotComeThroughTheProxies() {
        assertThat(addressAt(behindOne)).isEqualTo(PEER);
        assertThat(addressAt(behindTwo, "X-Forwarded-For", "198.51.100.1")).isEqualTo(PEER);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7:51234, 203.0.113.7",
        "[2001:db8::7]:51234, 2001:db8:0:0:0:0:0:7",
        "[2001:db8::7], 2001:db8:0:0:0:0:0:7",
        "2001:DB8:0::7, 2001:db8:0:0:0:0:0:7",
        "::ffff:203.0.113.7, 203.0.113.7"
    })
    void isOneTextForOneAddressHoweverAProxyWritesIt(String written, String address) {
        assertThat(addressAt(behindOne, "X-Forwarded-For", written)).isEqualTo("<" + address + ">");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "example.org", "1.2.3", "999.1.1.1", "<script>", "1.2.3.4 5.6.7.8", "::1::2"})
    void isUnknownWhenAProxyTellsNoAddress(String written) {
        assertThat(addressAt(behindOne, "X-Forwarded-For", written)).isEqualTo("<>");
    }

    private static String addressAt(Api api, String... headers) {
        return api.get("/api/v1/origin", headers).body();
    }
}
