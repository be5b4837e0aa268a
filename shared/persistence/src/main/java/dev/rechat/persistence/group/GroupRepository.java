package dev.rechat.persistence.group;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.database.DuplicateKeys;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.ConvertException;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
@ConvertException(DuplicateKeys.class)
public interface GroupRepository extends GenericRepository<Group, GroupId> {

    String COLUMNS = "id, name, description, created_at, updated_at";

    String LISTED = "SELECT g.id, g.name, g.description,"
            + " (SELECT COUNT(*) FROM group_members m WHERE m.group_id = g.id) AS member_count,"
            + " (SELECT COUNT(*) FROM app_groups a WHERE a.group_id = g.id) AS app_count,"
            + " g.created_at, g.updated_at FROM user_groups g";

    /** The unique key that a second group of one name violates. */
    String NAME_KEY = "user_groups_name";

    /** @throws dev.rechat.persistence.database.DuplicateKeyException of {@link #NAME_KEY} when there is one of this name */
    Group save(Group group);

    /** @throws dev.rechat.persistence.database.DuplicateKeyException of {@link #NAME_KEY} when there is another of this name */
    Group update(Group group);

    /** Takes its members, its apps and its budgets with it. */
    long deleteById(@Id GroupId id);

    @Query("SELECT COUNT(*) FROM user_groups")
    long countAll();

    /** Which of these there are. @param ids not empty */
    @Query("SELECT id FROM user_groups WHERE id IN (:ids)")
    List<String> listKnown(@IdColumn Collection<GroupId> ids);

    /** Keeps everybody else from changing it, or who is in it, until the transaction around this call ends. */
    @Query("SELECT " + COLUMNS + " FROM user_groups WHERE id = :id FOR UPDATE")
    Optional<Group> findForUpdate(@IdColumn GroupId id);

    @Query(LISTED + " WHERE g.id = :id")
    Optional<ListedGroup> findListed(@IdColumn GroupId id);

    /** In order of their names. @param after the name of the last group of the page before, or nothing */
    @Query(LISTED + " WHERE g.name > :after ORDER BY g.name LIMIT :limit")
    List<ListedGroup> listAfter(String after, int limit);
}
