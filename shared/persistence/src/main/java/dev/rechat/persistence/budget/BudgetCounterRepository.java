package dev.rechat.persistence.budget;

import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What has been spent. Whoever holds several counters holds them in the order of their budgets' ids; else two turns would
 * wait for each other.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface BudgetCounterRepository extends GenericRepository<BudgetCounter, BudgetId> {

    /**
     * Makes sure that the row is there and holds it until the transaction ends, in one step: a lock on a row that is not
     * there yet would be one on the gap around it, and {@code INSERT IGNORE} a shared one; of either, two who hold it
     * wait for each other. Does nothing when the budget is gone.
     */
    @Query("""
            INSERT INTO budget_counters (budget_id, person, period_start, used, reserved, turns)
            SELECT id, :person, :periodStart, 0, 0, 0 FROM budgets WHERE id = :budgetId
            ON DUPLICATE KEY UPDATE used = used + 0
            """)
    void hold(@IdColumn BudgetId budgetId, String person, LocalDate periodStart);

    /** The row as it is now, whatever the transaction has read before; it stays so until the transaction ends. */
    @Query("""
            SELECT budget_id, person, period_start, used, reserved, turns FROM budget_counters
            WHERE budget_id = :budgetId AND person = :person AND period_start = :periodStart FOR UPDATE
            """)
    Optional<BudgetCounter> findForUpdate(@IdColumn BudgetId budgetId, String person, LocalDate periodStart);

    /** Writes rows that are held, in one round trip. */
    @Query("""
            UPDATE budget_counters SET used = :used, reserved = :reserved, turns = :turns
            WHERE budget_id = :budgetId AND person = :person AND period_start = :periodStart
            """)
    void updateAll(List<BudgetCounter> counters);

    /**
     * The counters of one person, and those of everybody.
     *
     * @param ids not empty
     * @param day in which the present day begins
     * @param month in which the present month begins
     */
    @Query("""
            SELECT budget_id, person, period_start, used, reserved, turns FROM budget_counters
            WHERE budget_id IN (:ids) AND person IN (:userId, '') AND period_start IN (:day, :month)
            """)
    List<BudgetCounter> listOf(
            @IdColumn Collection<BudgetId> ids, @IdColumn UserId userId, LocalDate day, LocalDate month);

    /**
     * Everybody's counters of one period, in the order of their ids; without the names of whoever is gone or being deleted.
     *
     * @param after an id, or what comes before all
     */
    @Query("""
            SELECT c.person AS person, u.email AS email, u.display_name AS display_name,
                c.used AS used, c.reserved AS reserved, c.turns AS turns
            FROM budget_counters c LEFT JOIN users u ON u.id = c.person AND u.deleting_at IS NULL
            WHERE c.budget_id = :budgetId AND c.period_start = :periodStart AND c.person > :after
            ORDER BY c.person LIMIT :limit
            """)
    List<PersonsCounter> listAfter(@IdColumn BudgetId budgetId, LocalDate periodStart, String after, int limit);

    /** The one counter of a budget that all share; none where nothing was spent. */
    @Query("""
            SELECT person, NULL AS email, NULL AS display_name, used, reserved, turns FROM budget_counters
            WHERE budget_id = :budgetId AND period_start = :periodStart AND person = ''
            """)
    List<PersonsCounter> listShared(@IdColumn BudgetId budgetId, LocalDate periodStart);
}
