package dev.rechat.persistence.database;

import dev.rechat.kernel.health.HealthProbe;
import io.micronaut.context.annotation.Requires;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database answers. */
@Singleton
@Requires(beans = DataSource.class)
public class DatabaseState implements HealthProbe {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseState.class);
    private static final int SECONDS_TO_ANSWER = 2;

    private final DataSource dataSource;

    /** Asks the pool itself: the bean that is injected gives connections inside a transaction only. */
    DatabaseState(DataSource dataSource, DataSourceResolver resolver) {
        this.dataSource = resolver.resolve(dataSource);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean answers() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException down) {
            LOG.warn("database does not answer: {}", down.getMessage());
            return false;
        }
    }
}
