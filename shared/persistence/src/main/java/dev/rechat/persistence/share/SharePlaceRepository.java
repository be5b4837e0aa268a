package dev.rechat.persistence.share;

import dev.rechat.kernel.id.ShareId;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface SharePlaceRepository extends GenericRepository<SharePlace, ShareId> {

    /** In one statement. */
    List<SharePlace> saveAll(List<SharePlace> places);
}
