package dev.rechat.admin.user.csv;

import dev.rechat.admin.user.csv.RowResult.Outcome;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * What becomes of a table.
 *
 * @param applied whether that is so now; else nothing is changed, because it was a trial or because a row has failed
 * @param created how many rows, as the figures beside it
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record ImportResult(
        boolean dryRun,
        boolean applied,
        long created,
        long changed,
        long unchanged,
        long failed,
        List<RowResult> rows) {

    static ImportResult of(boolean dryRun, List<RowResult> rows) {
        long failed = count(rows, Outcome.FAILED);
        return new ImportResult(
                dryRun,
                !dryRun && failed == 0,
                count(rows, Outcome.CREATED),
                count(rows, Outcome.CHANGED),
                count(rows, Outcome.UNCHANGED),
                failed,
                List.copyOf(rows));
    }

    private static long count(List<RowResult> rows, Outcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }

    @Override
    public String toString() {
        return "ImportResult[created=" + created + ", changed=" + changed + ", failed=" + failed + "]";
    }
}
