package dev.rechat.persistence.transfer;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far journeys of records have come, and who is at them. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface TransferStateRepository extends GenericRepository<TransferState, String> {

    Optional<TransferState> findById(String transferKey);

    /** Notes a journey that is to begin; one that is noted stays as it is. */
    @Query("INSERT IGNORE INTO runlog_transfers (transfer_key, pass, pass_began_at, records_read, records_written,"
            + " records_refused, begun_at) VALUES (:transferKey, 0, :now, 0, 0, 0, :now)")
    void note(String transferKey, Instant now);

    /** @return 1 when it is this one's until then, 0 when another is at it */
    @Query("UPDATE runlog_transfers SET lease_owner = :owner, lease_until = :until WHERE transfer_key = :transferKey"
            + " AND (lease_owner IS NULL OR lease_owner = :owner OR lease_until < :now)")
    long claim(String transferKey, String owner, Instant now, Instant until);

    /** Writes down how far it has come, and holds it until a time. @return 0 when another has taken it */
    @Query(
            "UPDATE runlog_transfers SET pass = :pass, pass_began_at = :passBeganAt, read_from = :readFrom,"
                    + " after_created_at = :afterCreatedAt, after_id = :afterId, records_read = :recordsRead,"
                    + " records_written = :recordsWritten, records_refused = :recordsRefused, begun_at = :begunAt,"
                    + " finished_at = :finishedAt, lease_until = :until WHERE transfer_key = :transferKey AND lease_owner = :owner")
    long advance(
            String transferKey,
            String owner,
            Instant until,
            int pass,
            Instant passBeganAt,
            @Nullable Instant readFrom,
            @Nullable Instant afterCreatedAt,
            @Nullable String afterId,
            long recordsRead,
            long recordsWritten,
            long recordsRefused,
            Instant begunAt,
            @Nullable Instant finishedAt);

    @Query("UPDATE runlog_transfers SET lease_owner = NULL, lease_until = NULL WHERE transfer_key = :transferKey"
            + " AND lease_owner = :owner")
    void release(String transferKey, String owner);
}
