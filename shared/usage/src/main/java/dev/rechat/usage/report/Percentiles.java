package dev.rechat.usage.report;

import dev.rechat.persistence.usage.UsageCount;
import dev.rechat.persistence.usage.UsageTally;
import dev.rechat.usage.ledger.FirstTokenScale;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Milliseconds that half of the turns, and 95 of a hundred, took at most; each to within 5 %. */
@Serdeable
public record Percentiles(long p50, long p95) {

    /** Null when no turn has a time. @param counts of one row; those of other measures are left out */
    public static @Nullable Percentiles of(List<UsageCount> counts) {
        Map<String, Long> steps = counts.stream()
                .filter(count -> count.measure().equals(UsageTally.FIRST_TOKEN))
                .collect(Collectors.toMap(UsageCount::bucket, UsageCount::turns, Long::sum));
        return FirstTokenScale.percentile(steps, 50)
                .flatMap(half -> FirstTokenScale.percentile(steps, 95).map(most -> new Percentiles(half, most)))
                .orElse(null);
    }
}
