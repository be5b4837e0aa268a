package dev.rechat.persistence.app;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.GroupId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

/** Which groups apps are given to. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface AppGroupRepository extends GenericRepository<App, AppId> {

    /** @param apps not empty */
    @Query("SELECT app_id, group_id FROM app_groups WHERE app_id IN (:apps) ORDER BY app_id, group_id")
    List<AppGroup> list(@IdColumn Collection<AppId> apps);

    /** The groups that there are of these; part of the caller's transaction. @param groups not empty */
    @Query("INSERT INTO app_groups (app_id, group_id) SELECT :appId, g.id FROM user_groups g WHERE g.id IN (:groups)")
    long add(@IdColumn AppId appId, @IdColumn Collection<GroupId> groups);

    @Query("DELETE FROM app_groups WHERE app_id = :appId")
    long removeAll(@IdColumn AppId appId);

    /** The apps that only the members of this group are shown: nobody would be without it. */
    @Query("SELECT " + AppRepository.COLUMNS + " FROM dify_apps WHERE visible_to = 'GROUPS'"
            + " AND id IN (SELECT own.app_id FROM app_groups own WHERE own.group_id = :groupId)"
            + " AND NOT EXISTS (SELECT 1 FROM app_groups other WHERE other.app_id = dify_apps.id"
            + " AND other.group_id <> :groupId) ORDER BY sort_order, id LIMIT :limit")
    List<App> listOnlyFor(@IdColumn GroupId groupId, int limit);
}
