package dev.rechat.persistence.app;

import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/**
 * Apps as far as they exist for a person: those for everybody, and those of the groups that the person is in now. The same for
 * administrators, who see all of them in the administration.
 */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface VisibleAppRepository extends GenericRepository<App, AppId> {

    String VISIBLE = "SELECT " + AppRepository.COLUMNS + " FROM dify_apps WHERE (visible_to = 'ALL' OR EXISTS ("
            + "SELECT 1 FROM app_groups a JOIN group_members m ON m.group_id = a.group_id"
            + " WHERE a.app_id = dify_apps.id AND m.user_id = :userId))";

    /** Also one that is switched off. */
    @Query(VISIBLE + " AND id = :id")
    Optional<App> find(@IdColumn AppId id, @IdColumn UserId userId);

    /** Also one that is switched off. */
    @Query(VISIBLE + " AND slug = :slug")
    Optional<App> findBySlug(String slug, @IdColumn UserId userId);

    /** By either: a slug never looks like an id, so one text serves for both. */
    default Optional<App> find(String idOrSlug, UserId userId) {
        try {
            return find(AppId.of(idOrSlug), userId);
        } catch (IllegalArgumentException notAnId) {
            return findBySlug(idOrSlug, userId);
        }
    }

    /** Those after a place that are switched on. */
    @Query(VISIBLE + " AND enabled = TRUE AND (sort_order, id) > (:sortOrder, :id)"
            + " ORDER BY sort_order, id LIMIT :limit")
    List<App> listEnabledAfter(@IdColumn UserId userId, int sortOrder, String id, int limit);

    /** Those after a place that are switched on. */
    default List<App> listEnabledAfter(UserId userId, AppPlace place, int limit) {
        return listEnabledAfter(userId, place.sortOrder(), place.id(), limit);
    }
}
