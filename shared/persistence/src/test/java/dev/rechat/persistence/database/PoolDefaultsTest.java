package dev.rechat.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolDefaultsTest {

    @Test
    void waitsFiveSecondsForAConnection() {
        try (ApplicationContext context = context(Map.of())) {
            assertThat(context.getBean(DatasourceConfiguration.class).getConnectionTimeout())
                    .isEqualTo(5_000);
        }
    }

    @Test
    void waitsLongerForADatabaseThatSleeps() {
        try (ApplicationContext context = context(Map.of("rechat.database.patience", "20s"))) {
            DatasourceConfiguration pool = context.getBean(DatasourceConfiguration.class);

            assertThat(pool.getConnectionTimeout()).isEqualTo(20_000);
            assertThat(pool.getDataSourceProperties()).containsEntry("connectTimeout", "20000");
        }
    }

    /** Nobody asks the pool, so nothing needs to answer. */
    private static ApplicationContext context(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("datasources.default.url", "jdbc:mysql://127.0.0.1:1/rechat");
        properties.put("datasources.default.username", "rechat");
        properties.put("datasources.default.password", "");
        // as application.properties says it
        properties.put("micronaut.metrics.binders.jdbc.enabled", "false");
        return ApplicationContext.builder().properties(properties).start();
    }
}
