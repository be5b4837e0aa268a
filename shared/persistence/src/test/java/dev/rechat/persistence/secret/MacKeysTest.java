package dev.rechat.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class MacKeysTest {

    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.UTF_8);

    private final MacKeys keys = new MacKeys("b", Map.of("a", key(1), "b", key(2)));

    @Test
    void marksDifferForKeysPurposesAndMessages() {
        String mark = keys.mac("a", "one", MESSAGE);

        assertThat(mark).hasSize(64).isEqualTo(keys.mac("a", "one", MESSAGE));
        assertThat(keys.mac("b", "one", MESSAGE)).isNotEqualTo(mark);
        assertThat(keys.mac("a", "two", MESSAGE)).isNotEqualTo(mark);
        assertThat(keys.mac("a", "one", new byte[0])).isNotEqualTo(mark);
    }

    /** Marks are kept for years: computed with another implementation of HMAC-SHA256. */
    @Test
    void marksStayTheSame() {
        assertThat(keys.mac("a", "one", MESSAGE))
                .isEqualTo("39b41f21763b3672c17024988a50c41a6b4d863a9682a83bd44a523023e9011e");
    }

    @Test
    void neverUsesTheKeyItself() throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key(1), "HmacSHA256"));

        assertThat(keys.mac("a", "one", MESSAGE)).isNotEqualTo(HexFormat.of().formatHex(mac.doFinal(MESSAGE)));
    }

    @Test
    void knowsCurrentAndOlderKeysAndNoOthers() {
        assertThat(keys.currentKeyId()).isEqualTo("b");
        assertThat(keys.knows("a")).isTrue();
        assertThat(keys.knows("c")).isFalse();
        assertThatThrownBy(() -> keys.mac("c", "one", MESSAGE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new MacKeys("c", Map.of("a", key(1)))).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] key(int value) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) value);
        return key;
    }
}
