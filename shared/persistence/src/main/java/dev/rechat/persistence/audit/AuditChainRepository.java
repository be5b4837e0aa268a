package dev.rechat.persistence.audit;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The chain of seals. Only the oldest ones are ever taken away, together with their events. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface AuditChainRepository extends GenericRepository<AuditSeal, Long> {

    String COLUMNS = "position, event_id, key_id, hash, sealed_at";

    List<AuditSeal> saveAll(List<AuditSeal> seals);

    @Query("SELECT " + COLUMNS + " FROM audit_chain WHERE position = :position")
    Optional<AuditSeal> find(long position);

    /** The newest seal. */
    @Query("SELECT " + COLUMNS + " FROM audit_chain ORDER BY position DESC LIMIT 1")
    Optional<AuditSeal> findHead();

    /** The greatest id of a sealed event: not always the head's, as what was begun first may be committed last. */
    @Query("SELECT event_id FROM audit_chain ORDER BY event_id DESC LIMIT 1")
    Optional<String> findNewestEvent();

    /** In order. @param after a position, 0 for the first ones */
    @Query("SELECT " + COLUMNS + " FROM audit_chain WHERE position > :after ORDER BY position LIMIT :limit")
    List<AuditSeal> listAfter(long after, int limit);

    /** The first place whose event is younger, for all that is known of it. */
    @Query("SELECT c.position FROM audit_chain c LEFT JOIN audit_log e ON e.id = c.event_id"
            + " WHERE c.position > :after AND c.sealed_at >= :before AND (e.id IS NULL OR e.at >= :before)"
            + " ORDER BY c.position LIMIT 1")
    Optional<Long> findFirstSince(Instant before, long after);

    @Query("DELETE FROM audit_chain WHERE position <= :position")
    long deleteUpTo(long position);
}
