package dev.rechat.runlog.search.index;

import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.Tenant;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code PREFIX-runs-TENANT-2026.11}: an index for each kind, tenant and month, so that a month goes by dropping indices and a
 * tenant's records never stand beside another's.
 */
public final class IndexNames {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu.MM", Locale.ROOT);

    private final String prefix;

    public IndexNames(String prefix) {
        this.prefix = prefix;
    }

    public String of(RecordType type, Tenant tenant, Instant createdAt) {
        return start(type, tenant) + MONTH.format(createdAt.atZone(ZoneOffset.UTC));
    }

    /** All months. It also fits some indices of tenants whose names begin alike, so every query says the tenant as well. */
    public String pattern(RecordType type, Tenant tenant) {
        return start(type, tenant) + "*";
    }

    /** All tenants. */
    public String pattern(RecordType type) {
        return prefix + "-" + segment(type) + "-*";
    }

    String template(RecordType type) {
        return prefix + "-" + segment(type);
    }

    String templates() {
        return prefix + "-*";
    }

    /** Which month of this tenant's an index holds; empty when it is not this tenant's. */
    Optional<YearMonth> month(RecordType type, Tenant tenant, String index) {
        String start = start(type, tenant);
        if (!index.startsWith(start)) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(index.substring(start.length()), MONTH));
        } catch (DateTimeParseException ofAnotherTenant) {
            return Optional.empty();
        }
    }

    private String start(RecordType type, Tenant tenant) {
        return prefix + "-" + segment(type) + "-" + tenant.id() + "-";
    }

    private static String segment(RecordType type) {
        return switch (type) {
            case WORKFLOW_RUNS -> "runs";
            case NODE_EXECUTIONS -> "nodes";
            case APP_LOGS -> "logs";
            case OFFLOADS -> "offloads";
            case PAUSES -> "pauses";
            case ARCHIVES -> "archives";
        };
    }
}
