package dev.rechat.persistence.budget;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.BudgetId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface BudgetRepository extends GenericRepository<Budget, BudgetId> {

    String COLUMNS = "b.id AS id, b.name AS name, b.measure AS measure, b.currency AS currency, b.amount AS amount,"
            + " b.period AS period, b.per_person AS per_person, b.user_id AS user_id, b.group_id AS group_id,"
            + " b.app_id AS app_id, b.reserve AS reserve, b.enabled AS enabled, b.created_at AS created_at,"
            + " b.updated_at AS updated_at";

    /** Those that bind a person, whatever the app. */
    String OF_PERSON = " b.enabled = TRUE AND (b.user_id = :userId OR b.user_id IS NULL)"
            + " AND (b.group_id IS NULL OR EXISTS (SELECT 1 FROM group_members m"
            + " WHERE m.group_id = b.group_id AND m.user_id = :userId))";

    String MATCHING = "SELECT " + COLUMNS + " FROM budgets b WHERE" + OF_PERSON
            + " AND (b.app_id = :appId OR b.app_id IS NULL) ORDER BY b.id";

    Budget save(Budget budget);

    @Query("SELECT " + COLUMNS + " FROM budgets b WHERE b.id = :id")
    Optional<Budget> find(@IdColumn BudgetId id);

    /** It stays as it is until the transaction ends. */
    @Query("SELECT " + COLUMNS + " FROM budgets b WHERE b.id = :id FOR UPDATE")
    Optional<Budget> findForUpdate(@IdColumn BudgetId id);

    /** All of them, the oldest first. @param after an id, or what comes before all */
    @Query("SELECT " + COLUMNS + " FROM budgets b WHERE b.id > :after ORDER BY b.id LIMIT :limit")
    List<Budget> listAfter(String after, int limit);

    /** Some of those of a group. */
    @Query("SELECT " + COLUMNS + " FROM budgets b WHERE b.group_id = :groupId ORDER BY b.id LIMIT :limit")
    List<Budget> listOfGroup(@IdColumn GroupId groupId, int limit);

    /** Some of those of an app. */
    @Query("SELECT " + COLUMNS + " FROM budgets b WHERE b.app_id = :appId ORDER BY b.id LIMIT :limit")
    List<Budget> listOfApp(@IdColumn AppId appId, int limit);

    /** Every budget that a turn counts against, in the order in which counters are held. */
    @Query(MATCHING)
    List<Budget> listMatching(@IdColumn UserId userId, @IdColumn AppId appId);

    /** Those that bind a person, but for apps that they cannot see. @param after an id, or what comes before all */
    @Query("SELECT " + COLUMNS + " FROM budgets b WHERE b.id > :after AND" + OF_PERSON
            + " AND (b.app_id IS NULL OR EXISTS (SELECT 1 FROM dify_apps a WHERE a.id = b.app_id AND a.enabled = TRUE"
            + " AND (a.visible_to = 'ALL' OR EXISTS (SELECT 1 FROM app_groups g JOIN group_members m"
            + " ON m.group_id = g.group_id WHERE g.app_id = a.id AND m.user_id = :userId))))"
            + " ORDER BY b.id LIMIT :limit")
    List<Budget> listOwn(@IdColumn UserId userId, String after, int limit);

    @Query("SELECT COUNT(*) FROM budgets")
    long countAll();

    @Query("UPDATE budgets SET name = :name, amount = :amount, reserve = :reserve, enabled = :enabled,"
            + " updated_at = :updatedAt WHERE id = :id")
    void change(Budget budget);

    @Query("UPDATE budgets SET enabled = FALSE, updated_at = :now WHERE id = :id")
    long disable(@IdColumn BudgetId id, Instant now);

    /** With its counters and what is left of its charges. */
    @Query("DELETE FROM budgets WHERE id = :id")
    long delete(@IdColumn BudgetId id);

    /** Keeps a person from being deleted until the transaction ends. */
    @Query("SELECT id FROM users WHERE id = :id AND deleting_at IS NULL LOCK IN SHARE MODE")
    Optional<String> holdUser(@IdColumn UserId id);

    @Query("SELECT id FROM user_groups WHERE id = :id LOCK IN SHARE MODE")
    Optional<String> holdGroup(@IdColumn GroupId id);

    @Query("SELECT id FROM dify_apps WHERE id = :id LOCK IN SHARE MODE")
    Optional<String> holdApp(@IdColumn AppId id);
}
