package dev.rechat.benchmarks.runlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptHouseTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void remembersWhatIsThereAndWhatFillingItCost() throws IOException {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("writing runs, records/s", "1,000");
        figures.put("a = b", "2");
        KeptHouse house = new KeptHouse(RunHouse.of(3, 64_000, YearMonth.of(2025, 11)), figures);

        house.writeTo(directory.resolve("mysql.properties"));

        assertThat(KeptHouse.of(directory.resolve("mysql.properties"))).hasValueSatisfying(kept -> {
            assertThat(kept.house()).isEqualTo(house.house());
            assertThat(kept.figures().keySet()).containsExactly("writing runs, records/s", "a = b");
            assertThat(kept.figures()).isEqualTo(figures);
        });
    }

    @Test
    void isNothingWhereNoStoreWasFilledToItsEnd() throws IOException {
        assertThat(KeptHouse.of(directory.resolve("mysql.properties"))).isEmpty();
    }
}
