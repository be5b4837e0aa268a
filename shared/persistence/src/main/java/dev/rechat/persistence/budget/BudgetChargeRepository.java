package dev.rechat.persistence.budget;

import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.TurnId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What turns take of budgets. A row is changed only by who holds its counter. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface BudgetChargeRepository extends GenericRepository<BudgetCharge, TurnId> {

    String PRUNE = "DELETE FROM budget_charges WHERE settled = TRUE AND period_start < :before"
            + " ORDER BY period_start, created_at LIMIT :limit";

    String ORPHANS = "SELECT c.turn_id FROM budget_charges c LEFT JOIN turns t ON t.id = c.turn_id"
            + " WHERE c.settled = FALSE AND (t.id IS NULL OR t.status <> 'STREAMING')"
            + " ORDER BY c.period_start, c.created_at LIMIT :limit";

    /** In one round trip. */
    List<BudgetCharge> saveAll(List<BudgetCharge> charges);

    /** What a turn takes, in the order in which counters are held. */
    @Query("""
            SELECT c.budget_id AS budget_id, c.person AS person, c.period_start AS period_start,
                b.measure AS measure, b.currency AS currency
            FROM budget_charges c JOIN budgets b ON b.id = c.budget_id
            WHERE c.turn_id = :turnId ORDER BY c.budget_id
            """)
    List<TakenCharge> listOf(@IdColumn TurnId turnId);

    /** The row as it is now, whatever the transaction has read before. */
    @Query("""
            SELECT turn_id, budget_id, person, period_start, amount, settled, created_at FROM budget_charges
            WHERE turn_id = :turnId AND budget_id = :budgetId FOR UPDATE
            """)
    Optional<BudgetCharge> findForUpdate(@IdColumn TurnId turnId, @IdColumn BudgetId budgetId);

    /** Writes rows whose counters are held, in one round trip. */
    @Query("""
            UPDATE budget_charges SET amount = :amount, settled = :settled
            WHERE turn_id = :turnId AND budget_id = :budgetId
            """)
    void updateAll(List<BudgetCharge> charges);

    /** The turns that a counter is made of, in the order of their ids. @param after an id, or what comes before all */
    @Query("""
            SELECT c.turn_id AS turn_id, COALESCE(u.user_id, t.user_id) AS user_id, COALESCE(u.app_id, t.app_id) AS app_id,
                COALESCE(u.status, t.status) AS status, c.amount AS amount, c.settled AS settled,
                c.created_at AS created_at
            FROM budget_charges c LEFT JOIN turn_usage u ON u.turn_id = c.turn_id LEFT JOIN turns t ON t.id = c.turn_id
            WHERE c.budget_id = :budgetId AND c.person = :person AND c.period_start = :periodStart
                AND c.turn_id > :after
            ORDER BY c.turn_id LIMIT :limit
            """)
    List<TurnCharge> listAfter(
            @IdColumn BudgetId budgetId, String person, LocalDate periodStart, String after, int limit);

    /** Turns that are over, or gone, and whose charges were never settled, those of the oldest periods first. */
    @Query(ORPHANS)
    List<String> listOrphans(int limit);

    /** How many charges {@link #listOrphans} is about, counted up to a limit. */
    @Query("""
            SELECT COUNT(*) FROM (SELECT 1 FROM budget_charges c LEFT JOIN turns t ON t.id = c.turn_id
                WHERE c.settled = FALSE AND (t.id IS NULL OR t.status <> 'STREAMING') LIMIT :limit) orphans
            """)
    long countOrphans(int limit);

    /** Removes what was taken in periods that began before, some at a time, and leaves the counters. @return how many */
    @Query(PRUNE)
    long prune(LocalDate before, int limit);

    /** How many {@link #prune} would remove, counted up to a limit. */
    @Query("""
            SELECT COUNT(*) FROM (SELECT 1 FROM budget_charges
                WHERE settled = TRUE AND period_start < :before LIMIT :limit) old
            """)
    long countBefore(LocalDate before, int limit);

    /** Removes what was taken of a budget, some at a time. @return how many */
    @Query("DELETE FROM budget_charges WHERE budget_id = :budgetId LIMIT :limit")
    long deleteSome(@IdColumn BudgetId budgetId, int limit);
}
