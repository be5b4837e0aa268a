package dev.rechat.accounts.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileRulesTest {

    private static final int MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"Ada", " Ada Lovelace ", "艾达", "👩🏽\u200D💻", "\u00A0Ada", "x"})
    void takesANameThatShowsSomething(String name) {
        assertThat(name).matches(ProfileRules.NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\u2003", "\u200B\u200D", "Ada\u0000", "\nAda", "Ada\u0085", "\u202Eada", "a\u2066b"})
    void refusesANameThatShowsNothingOrMovesTheCursor(String name) {
        assertThat(name).doesNotMatch(ProfileRules.NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "zh-Hans-CN"})
    void takesLanguages(String tag) {
        assertThat(tag).matches(ProfileRules.LANGUAGE);
    }

    /** Before, a megabyte that ends badly took hours, and this many subtags the whole stack. */
    @Test
    void answersSoonWhateverIsSent() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            assertThat(Pattern.matches(ProfileRules.NAME, "a".repeat(MEGABYTE) + "\u0001"))
                    .isFalse();
            assertThat(Pattern.matches(ProfileRules.NAME, " ".repeat(MEGABYTE))).isFalse();
            assertThat(Pattern.matches(ProfileRules.LANGUAGE, "aa" + "-aa".repeat(MEGABYTE / 3)))
                    .isFalse();
        });
    }
}
