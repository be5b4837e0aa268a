package dev.rechat.runlog.mysql;

import dev.rechat.persistence.database.Statement;
import dev.rechat.runlog.RecordType;
import dev.rechat.runlog.RunLogUnavailableException;
import dev.rechat.runlog.Tenant;
import dev.rechat.runlog.store.StoreName;
import dev.rechat.runlog.store.StoreReport;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the tables are: counted as far as that is quick, else as the server estimates. */
@Singleton
class Reporting {

    private static final int COUNTED = 100_000;

    private final RunLogDatabase database;

    Reporting(RunLogDatabase database) {
        this.database = database;
    }

    StoreReport report(Tenant tenant) {
        try {
            String version = database.read(new Statement().add("SELECT VERSION()"), row -> row.getString(1))
                    .getFirst();
            String product = version.contains("MariaDB") ? version : "MySQL " + version;
            List<StoreReport.Kind> kinds = Stream.of(RecordType.values())
                    .map(type -> kind(type, tenant))
                    .toList();
            return new StoreReport(StoreName.MYSQL, true, null, product, kinds);
        } catch (RunLogUnavailableException down) {
            return new StoreReport(StoreName.MYSQL, false, down.getMessage(), null, List.of());
        }
    }

    private record Size(long rows, long bytes) {}

    private record Span(Optional<Instant> oldest, Optional<Instant> newest) {}

    private StoreReport.Kind kind(RecordType type, Tenant tenant) {
        Table<?> table = table(type);
        String from = " FROM " + table.name() + " FORCE INDEX (" + table.name() + "_time) WHERE tenant_id = ?";
        long counted = database.number(new Statement()
                .add("SELECT COUNT(*) FROM (SELECT 1" + from + " LIMIT ?) AS some", tenant.id(), COUNTED + 1));
        Size size = database.first(
                        new Statement()
                                .add(
                                        "SELECT table_rows AS estimated, data_length + index_length AS bytes"
                                                + " FROM information_schema.tables"
                                                + " WHERE table_schema = DATABASE() AND table_name = ?",
                                        table.name()),
                        row -> new Size(row.getLong("estimated"), row.getLong("bytes")))
                .orElseThrow();
        Span span = database.read(
                        new Statement()
                                .add(
                                        "SELECT MIN(" + table.time() + ") AS oldest, MAX(" + table.time()
                                                + ") AS newest" + from,
                                        tenant.id()),
                        row -> new Span(
                                Optional.ofNullable(Table.time(row, "oldest")),
                                Optional.ofNullable(Table.time(row, "newest"))))
                .getFirst();
        boolean exact = counted <= COUNTED;
        return new StoreReport.Kind(
                type,
                exact ? counted : Math.max(counted, size.rows()),
                exact,
                size.bytes(),
                span.oldest().orElse(null),
                span.newest().orElse(null));
    }

    private static Table<?> table(RecordType type) {
        return switch (type) {
            case WORKFLOW_RUNS -> RunRows.TABLE;
            case NODE_EXECUTIONS -> NodeRows.TABLE;
            case APP_LOGS -> Tables.APP_LOGS;
            case OFFLOADS -> Tables.OFFLOADS;
            case PAUSES -> Tables.PAUSES;
            case ARCHIVES -> Tables.ARCHIVES;
        };
    }
}
