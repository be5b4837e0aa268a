package dev.rechat.persistence.app;

import dev.rechat.kernel.id.AppId;
import dev.rechat.persistence.database.DuplicateKeys;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.ConvertException;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
@ConvertException(DuplicateKeys.class)
public interface AppRepository extends GenericRepository<App, AppId> {

    String COLUMNS = "id, slug, name, description, icon, mode, base_url, api_key_sealed, spare_key_sealed,"
            + " enabled, sort_order, visible_to, show_thoughts, show_nodes, show_citations, system_variable,"
            + " created_at, updated_at";

    /** The unique key that a second app with one slug violates. */
    String SLUG_KEY = "dify_apps_slug";

    /**
     * Adds an app.
     *
     * @throws dev.rechat.persistence.database.DuplicateKeyException of {@link #SLUG_KEY} when the slug is taken
     */
    App save(App app);

    /**
     * Replaces every column of an app.
     *
     * @throws dev.rechat.persistence.database.DuplicateKeyException of {@link #SLUG_KEY} when the slug is taken
     */
    App update(App app);

    long deleteById(@Id AppId id);

    Optional<App> findById(@Id AppId id);

    Optional<App> findBySlug(String slug);

    /** Keeps everybody else from changing the app until the transaction around this call ends. */
    @Query("SELECT " + COLUMNS + " FROM dify_apps WHERE id = :id FOR UPDATE")
    Optional<App> findForUpdate(@IdColumn AppId id);

    @Query("SELECT COUNT(*) FROM dify_apps")
    long countAll();

    @Query("SELECT COUNT(*) FROM dify_apps WHERE enabled = TRUE")
    long countEnabled();

    /** All apps after a place. */
    @Query("SELECT " + COLUMNS + " FROM dify_apps WHERE (sort_order, id) > (:sortOrder, :id)"
            + " ORDER BY sort_order, id LIMIT :limit")
    List<App> listAfter(int sortOrder, String id, int limit);

    /** All apps after a place. */
    default List<App> listAfter(AppPlace place, int limit) {
        return listAfter(place.sortOrder(), place.id(), limit);
    }
}
