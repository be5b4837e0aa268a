package dev.rechat.usage.report;

import dev.rechat.persistence.usage.UsageCount;
import dev.rechat.persistence.usage.UsageTally;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Comparator;
import java.util.List;

/** How many turns failed or were interrupted for one reason. @param code a wire code */
@Serdeable
public record Failure(String code, long turns) {

    private static final Comparator<Failure> MOST_FIRST =
            Comparator.comparingLong(Failure::turns).reversed().thenComparing(Failure::code);

    /** The most frequent first. @param counts of one row; those of other measures are left out */
    public static List<Failure> of(List<UsageCount> counts) {
        return counts.stream()
                .filter(count -> count.measure().equals(UsageTally.ERROR))
                .map(count -> new Failure(count.bucket(), count.turns()))
                .sorted(MOST_FIRST)
                .toList();
    }
}
