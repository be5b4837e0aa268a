package dev.rechat.maintenance.runlog.compare;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * How far two stores hold the same.
 *
 * @param left the name of a store
 * @param right the name of the other one
 * @param findings some of the differences, at most {@link #MOST_FINDINGS}
 * @param stopped whether it was to stop before its end
 */
@Serdeable
public record ComparisonReport(String left, String right, List<Kind> kinds, List<Finding> findings, boolean stopped) {

    static final int MOST_FINDINGS = 100;

    public ComparisonReport {
        kinds = List.copyOf(kinds);
        findings = List.copyOf(findings);
    }

    public boolean same() {
        return kinds.stream().allMatch(kind -> kind.missingLeft() + kind.missingRight() + kind.different() == 0);
    }

    /** @param compared records that were looked at, on either side; one that both hold counts once */
    @Serdeable
    public record Kind(String type, long compared, long missingLeft, long missingRight, long different) {}

    /**
     * @param state {@code missing_left}, {@code missing_right} or {@code different}
     * @param fields which ones differ; never what they hold
     */
    @Serdeable
    public record Finding(String type, String id, String state, List<String> fields) {
        public Finding {
            fields = List.copyOf(fields);
        }
    }
}
