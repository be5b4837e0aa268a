package dev.rechat.persistence.group;

import dev.rechat.kernel.id.GroupId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Who is in which group, for administrators. An account that is being deleted is in none any more. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface GroupMemberRepository extends GenericRepository<Group, GroupId> {

    /** In the order in which the accounts were made. @param after the id of the last member of the page before, or nothing */
    @Query("SELECT u.id, u.email, u.display_name, u.role, u.active, m.added_at FROM group_members m"
            + " JOIN users u ON u.id = m.user_id"
            + " WHERE m.group_id = :groupId AND m.user_id > :after AND u.deleting_at IS NULL"
            + " ORDER BY m.user_id LIMIT :limit")
    List<GroupMember> listAfter(@IdColumn GroupId groupId, String after, int limit);

    @Query("SELECT COUNT(*) FROM group_members WHERE group_id = :groupId")
    long count(@IdColumn GroupId groupId);

    /** How many of these accounts there are. @param users not empty, each once */
    @Query("SELECT COUNT(*) FROM users WHERE id IN (:users) AND deleting_at IS NULL")
    long countKnown(@IdColumn Collection<UserId> users);

    /** Which of these are in it. @param users not empty */
    @Query("SELECT user_id FROM group_members WHERE group_id = :groupId AND user_id IN (:users)")
    List<String> listAmong(@IdColumn GroupId groupId, @IdColumn Collection<UserId> users);

    /** Adds those who are not in it yet. @param users not empty @return how many were added */
    @Query("INSERT IGNORE INTO group_members (group_id, user_id, added_at)"
            + " SELECT g.id, u.id, :now FROM user_groups g JOIN users u ON u.id IN (:users)"
            + " WHERE g.id = :groupId AND u.deleting_at IS NULL")
    long add(@IdColumn GroupId groupId, @IdColumn Collection<UserId> users, Instant now);

    /** @param users not empty @return how many were in it */
    @Query("DELETE FROM group_members WHERE group_id = :groupId AND user_id IN (:users)")
    long remove(@IdColumn GroupId groupId, @IdColumn Collection<UserId> users);
}
