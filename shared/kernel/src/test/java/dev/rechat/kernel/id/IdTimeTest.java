package dev.rechat.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    @Test
    void readsTheTimeOfAnId() {
        assertThat(IdTime.of("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"))
                .as("RFC 9562, appendix A.6")
                .contains(Instant.parse("2022-02-22T19:22:22Z"));
        assertThat(IdTime.of(IdTime.floor(NOON))).contains(NOON);
    }

    @Test
    void liesBetweenTheIdsOfBeforeAndAfter() {
        IdGenerator ids = new UuidV7Generator();
        String id = ids.next().toString();
        Instant made = IdTime.of(id).orElseThrow();

        assertThat(IdTime.floor(made)).isLessThan(id);
        assertThat(IdTime.floor(made.plusMillis(1))).isGreaterThan(id);
        assertThat(IdTime.floor(Instant.EPOCH.minusSeconds(1))).isEqualTo("00000000-0000-0000-0000-000000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1", "zzzzzzzz-zzzz-7cc3-98c4-dc0c0c07398f"})
    void knowsNoTimeOfWhatIsNoId(String text) {
        assertThat(IdTime.of(text)).isEmpty();
    }
}
