package dev.rechat.persistence.setting;

import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.IdColumn;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
public interface SystemSettingRepository extends GenericRepository<SystemSetting, String> {

    String COLUMNS = "setting_key, setting_value, updated_at, updated_by";

    Optional<SystemSetting> findBySettingKey(@Id String settingKey);

    /** Those of the keys that were ever written. @param keys not empty */
    @Query("SELECT " + COLUMNS + " FROM system_settings WHERE setting_key IN (:keys) ORDER BY setting_key LIMIT 1000")
    List<SystemSetting> listOf(Collection<String> keys);

    /**
     * Sets a key that must be set once only. A second caller waits for the first one's transaction.
     *
     * @return 1 for the one caller that set it, else 0
     */
    @Query("INSERT IGNORE INTO system_settings (setting_key, setting_value, updated_at) VALUES (:key, :value, :now)")
    long claim(String key, String value, Instant now);

    /** Makes whoever else calls this with the same key wait until the transaction ends. */
    @Query("INSERT INTO system_settings (setting_key, setting_value, updated_at) VALUES (:key, 'null', :now)"
            + " ON DUPLICATE KEY UPDATE updated_at = VALUES(updated_at)")
    long hold(String key, Instant now);

    /** Writes a setting, whether or not it was written before. */
    @Query("INSERT INTO system_settings (setting_key, setting_value, updated_at, updated_by)"
            + " VALUES (:key, :value, :now, :by)"
            + " ON DUPLICATE KEY UPDATE setting_value = VALUES(setting_value), updated_at = VALUES(updated_at),"
            + " updated_by = VALUES(updated_by)")
    long put(String key, String value, Instant now, @IdColumn UserId by);

    /** Writes what the program itself keeps among the settings. */
    @Query("INSERT INTO system_settings (setting_key, setting_value, updated_at) VALUES (:key, :value, :now)"
            + " ON DUPLICATE KEY UPDATE setting_value = VALUES(setting_value), updated_at = VALUES(updated_at)")
    long keep(String key, String value, Instant now);
}
