package dev.rechat.accounts.password;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommonPasswordsTest {

    private static List<String> list;

    @BeforeAll
    static void read() throws IOException {
        try (var resource = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
            list = new String(resource.readAllBytes(), US_ASCII).lines().toList();
        }
    }

    @Test
    void areAsManyAsIsSaid() {
        assertThat(list).hasSize(26_611);
    }

    /** What the search relies on. */
    @Test
    void areSortedLowerCaseAndLongEnoughToBeChosen() {
        assertThat(list).isSorted().doesNotHaveDuplicates().allMatch(line -> line.matches("[!-@\\[-~]{10,}"));
    }

    @Test
    void areAllFound() {
        assertThat(list).allMatch(CommonPasswords::contain);
    }

    @Test
    void areNotMistakenForTheirNeighbours() {
        assertThat(list.stream().filter(line -> CommonPasswords.contain(line + "\u0001")))
                .isEmpty();
        assertThat(CommonPasswords.contain("")).isFalse();
        assertThat(CommonPasswords.contain("\u0000")).isFalse();
        assertThat(CommonPasswords.contain("~~~~~~~~~~~~~~~~~~~~~~~~~~~~~")).isFalse();
        assertThat(CommonPasswords.contain(list.get(0) + "\n" + list.get(1))).isFalse();
    }
}
