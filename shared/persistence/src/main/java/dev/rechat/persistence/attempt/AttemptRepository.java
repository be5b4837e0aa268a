package dev.rechat.persistence.attempt;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface AttemptRepository extends GenericRepository<AttemptCounter, String> {

    /** Until when the subjects are blocked; those that are not are left out. */
    @Query("SELECT blocked_until FROM attempt_counters WHERE subject IN (:subjects) AND blocked_until > :now")
    List<Instant> blocks(Collection<String> subjects, Instant now);

    /**
     * Makes sure that the row is there and holds it until the transaction ends, in one step: a lock on a row that is not
     * there yet would be one on the gap around it, and two who hold it wait for each other.
     */
    @Query("""
            INSERT INTO attempt_counters (subject, attempts, last_at) VALUES (:subject, 0, :now)
            ON DUPLICATE KEY UPDATE attempts = attempts
            """)
    void hold(String subject, Instant now);

    /** The row as it is now, whatever the transaction has read before; only after {@link #hold}. */
    @Query("""
            SELECT subject, attempts, last_at, blocked_until FROM attempt_counters WHERE subject = :subject FOR UPDATE
            """)
    Optional<AttemptCounter> findHeld(String subject);

    /** Writes rows that are held, in one round trip. */
    @Query("""
            INSERT INTO attempt_counters (subject, attempts, last_at, blocked_until)
            VALUES (:subject, :attempts, :lastAt, :blockedUntil)
            ON DUPLICATE KEY UPDATE
                attempts = VALUES(attempts), last_at = VALUES(last_at), blocked_until = VALUES(blocked_until)
            """)
    void putAll(List<AttemptCounter> counters);

    /**
     * Takes one attempt back, and the wait with it: the one that this attempt caused, or any when fewer than {@code free} are
     * left. A wait that another attempt caused since stays.
     */
    @Query("""
            UPDATE attempt_counters SET
                blocked_until = CASE WHEN attempts <= :free OR blocked_until = :wait THEN NULL ELSE blocked_until END,
                attempts = GREATEST(attempts - 1, 0)
            WHERE subject = :subject
            """)
    void giveBack(String subject, int free, @Nullable Instant wait);

    /** Forgets the attempts and keeps the row: deleting what others are about to insert is what deadlocks are made of. */
    @Query("UPDATE attempt_counters SET attempts = 0, blocked_until = NULL WHERE subject = :subject")
    void forget(String subject);

    /** Removes rows that nobody has touched for long. */
    @Query("DELETE FROM attempt_counters WHERE last_at < :before ORDER BY last_at LIMIT :limit")
    long removeOlder(Instant before, int limit);
}
