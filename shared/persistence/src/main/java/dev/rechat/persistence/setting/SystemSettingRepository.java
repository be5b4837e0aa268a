package dev.rechat.persistence.setting;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface SystemSettingRepository extends GenericRepository<SystemSetting, String> {

    Optional<SystemSetting> findBySettingKey(@Id String settingKey);

    /**
     * Sets a key that must be set once only. A second caller waits for the first one's transaction.
     *
     * @return 1 for the one caller that set it, else 0
     */
    @Query("INSERT IGNORE INTO system_settings (setting_key, setting_value, updated_at) VALUES (:key, :value, :now)")
    long claim(String key, String value, Instant now);
}
