package dev.rechat.persistence.account;

import dev.rechat.kernel.id.UserId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** Which groups people are in, from the people's side. No list that is handed in may be empty. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface MembershipRepository extends GenericRepository<User, UserId> {

    /** The groups of some people, by name. */
    @Query("SELECT m.user_id, m.group_id, g.name FROM group_members m JOIN user_groups g ON g.id = m.group_id"
            + " WHERE m.user_id IN (:users) ORDER BY m.user_id, g.name LIMIT 100000")
    List<Membership> listOf(Collection<String> users);

    /** Those of these groups that there are. */
    @Query("SELECT id, name FROM user_groups WHERE id IN (:ids) ORDER BY name LIMIT 100000")
    List<GroupName> groups(Collection<String> ids);

    /** Those of these names that are a group's. */
    @Query("SELECT id, name FROM user_groups WHERE name IN (:names) ORDER BY name LIMIT 100000")
    List<GroupName> named(Collection<String> names);
}
