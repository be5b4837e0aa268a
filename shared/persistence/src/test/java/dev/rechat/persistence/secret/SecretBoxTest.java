package dev.rechat.persistence.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

    private static final String SECRET = "app-looks-like-a-key-号";

    private final SecretBox box = new SecretBox("k1", Map.of("k1", key(1)));

    @Test
    void opensWhatItSealed() {
        String sealed = box.seal(SECRET, "row-1");

        assertThat(box.open(sealed, "row-1")).isEqualTo(SECRET);
        assertThat(sealed).startsWith("k1:").doesNotContain(SECRET).isASCII();
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(box.seal(SECRET, "row-1")).isNotEqualTo(box.seal(SECRET, "row-1"));
    }

    @Test
    void doesNotOpenForAnotherRow() {
        String sealed = box.seal(SECRET, "row-1");

        assertThatThrownBy(() -> box.open(sealed, "row-2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotOpenWithAnotherKeyOfTheSameId() {
        String sealed = box.seal(SECRET, "row-1");
        SecretBox other = new SecretBox("k1", Map.of("k1", key(2)));

        assertThatThrownBy(() -> other.open(sealed, "row-1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensOldValuesAfterTheKeyWasRotated() {
        String old = box.seal(SECRET, "row-1");
        SecretBox rotated = new SecretBox("k2", Map.of("k1", key(1), "k2", key(2)));
        SecretBox retired = new SecretBox("k2", Map.of("k2", key(2)));

        assertThat(rotated.open(old, "row-1")).isEqualTo(SECRET);
        assertThat(rotated.seal(SECRET, "row-1")).startsWith("k2:");
        assertThatThrownBy(() -> retired.open(old, "row-1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not configured");
    }

    @Test
    void noticesAChangeOfAnyCharacter() {
        String sealed = box.seal(SECRET, "row-1");

        for (int i = 0; i < sealed.length(); i++) {
            String tampered = sealed.substring(0, i) + (sealed.charAt(i) == 'A' ? 'Q' : 'A') + sealed.substring(i + 1);
            assertThatThrownBy(() -> box.open(tampered, "row-1"))
                    .as("character %d", i)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "k1", "k1:", "k1:AAAA", "k1:!!!!", "k2:AAAA", "plain text"})
    void refusesWhatWasNeverSealed(String text) {
        assertThatThrownBy(() -> box.open(text, "row-1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void needsItsCurrentKeyAndKeysOfTheRightLength() {
        assertThatThrownBy(() -> new SecretBox("k2", Map.of("k1", key(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SecretBox("k1", Map.of("k1", new byte[16])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] key(int filling) {
        byte[] key = new byte[SecretBox.KEY_BYTES];
        Arrays.fill(key, (byte) filling);
        return key;
    }
}
