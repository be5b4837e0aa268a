package dev.rechat.benchmarks.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rechat.accounts.password.Argon2Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PasswordSectionTest {

    @Test
    void tellsWhatIsInUseAndWhatItTakesWithAShareOfACore() {
        String section = PasswordSection.of(
                "facts",
                List.of(
                        new HashCost(Argon2Cost.CURRENT, 28.94, 31, 19.06),
                        new HashCost(new Argon2Cost(46, 1, 1), 1, 2, 3)));

        assertThat(section)
                .contains("| m=19456, t=2, p=1 (in use) | 28.9 / 31.0 | 19.1 | 100 |\n")
                .contains("| m=46, t=1, p=1 | 1.0 / 2.0 | 3.0 | 3 |\n");
    }

    @Test
    void hasAPlaceInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../../docs/performance.md"));

        assertThat(PasswordSection.replace(page, "new\n")).contains("new\n");
        assertThatThrownBy(() -> PasswordSection.replace("# Performance", "new"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesPercentilesOfWhatWasMeasured() {
        assertThat(HashCost.percentile(new long[] {1, 2, 3, 4}, 50)).isEqualTo(2);
        assertThat(HashCost.percentile(new long[] {1, 2, 3, 4}, 95)).isEqualTo(4);
        assertThat(HashCost.percentile(new long[] {7}, 95)).isEqualTo(7);
    }
}
