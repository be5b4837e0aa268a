package dev.rechat.kernel.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeySecretTest {

    private static final String SECRET = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final ApiKeySecret key = ApiKeySecret.random(new SecureRandom());

    @Test
    void isReadAsItIsWritten() {
        assertThat(key.text()).matches("rk-[a-z0-9]{12}_[A-Za-z0-9]{43}");
        assertThat(ApiKeySecret.of(key.text())).contains(key);
    }

    @Test
    void isFoundWhereItWasLeftBehind() {
        assertThat(ApiKeySecret.PATTERN
                        .matcher("{\"key\":\"" + key.text() + "\"}")
                        .find())
                .isTrue();
    }

    @Test
    void isAnotherOneEachTime() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ApiKeySecret next = ApiKeySecret.random(new SecureRandom());
            assertThat(seen.add(next.identifier())).isTrue();
            assertThat(seen.add(next.secret())).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rk-",
                "rk-abcdefabcdef",
                "rk-abcdefabcdef_",
                "rk-abcdefabcdef_" + SECRET + "A",
                " rk-abcdefabcdef_" + SECRET,
                "rk-abcdefabcdef_" + SECRET + "\n",
                "RK-abcdefabcdef_" + SECRET,
                "rk-ABCDEFABCDEF_" + SECRET,
                "rk-abcdefabcdef-" + SECRET,
                "rk-' OR 1=1 -- _" + SECRET
            })
    void isNothingElse(String text) {
        assertThat(ApiKeySecret.of(text)).isEmpty();
    }

    @Test
    void isKeptAsAHashOfItsSecretAndNeverWrittenOut() {
        assertThat(key.hash()).matches("[0-9a-f]{64}").doesNotContain(key.secret());
        assertThat(key.toString()).contains(key.identifier()).doesNotContain(key.secret());
        assertThat(new ApiKeySecret("abcdefabcdef", SECRET).hash())
                .as("what is stored is never computed in another way")
                .isEqualTo("0f007385b6f9d4b7eeb2748605afe1a984a0a3bfa3f014d09e2a784ce9e5cd1a");
    }
}
