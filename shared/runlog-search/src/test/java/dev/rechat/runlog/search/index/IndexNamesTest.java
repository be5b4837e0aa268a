package dev.rechat.runlog.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

final class IndexNamesTest {

    private static final Tenant TENANT = new Tenant("house");

    private final IndexNames names = new IndexNames("rechat");

    @Test
    void namesMonthOfUtc() {
        assertThat(names.of(RecordType.WORKFLOW_RUNS, TENANT, Instant.parse("2026-11-30T23:59:59.999Z")))
                .isEqualTo("rechat-runs-house-2026.11");
        assertThat(names.of(RecordType.APP_LOGS, TENANT, Instant.parse("2026-12-01T00:00:00Z")))
                .isEqualTo("rechat-logs-house-2026.12");
    }

    @Test
    void readsMonthOfItsOwnName() {
        assertThat(names.month(RecordType.PAUSES, TENANT, "rechat-pauses-house-2026.02"))
                .contains(YearMonth.of(2026, 2));
    }

    @Test
    void takesNoIndexOfTenantWhoseNameBeginsAlike() {
        String other = names.of(RecordType.WORKFLOW_RUNS, new Tenant("house-2"), Instant.parse("2026-02-01T00:00:00Z"));

        assertThat(other).startsWith("rechat-runs-house-");
        assertThat(names.month(RecordType.WORKFLOW_RUNS, TENANT, other)).isEmpty();
        assertThat(names.month(RecordType.WORKFLOW_RUNS, TENANT, "rechat-runs-house-2026.02-old"))
                .isEmpty();
        assertThat(names.month(RecordType.WORKFLOW_RUNS, TENANT, "rechat-runs-house-2026.13"))
                .isEmpty();
    }
}
