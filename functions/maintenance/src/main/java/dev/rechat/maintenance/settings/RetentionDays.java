package dev.rechat.maintenance.settings;

import dev.rechat.persistence.setting.SystemSetting;
import dev.rechat.persistence.setting.SystemSettingRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the house keeps things, as administrators have set it ({@code Setting} in shared/accounts). Read anew each time: a
 * change holds for the next run, wherever that is.
 */
@Singleton
public final class RetentionDays {

    public static final String CONVERSATIONS = "conversation_retention_days";
    public static final String AUDIT = "audit_retention_days";
    public static final String USAGE = "usage_retention_days";

    private static final Logger LOG = LoggerFactory.getLogger(RetentionDays.class);

    private final SystemSettingRepository settings;

    RetentionDays(SystemSettingRepository settings) {
        this.settings = settings;
    }

    /** What is older than this is not to be kept; empty where all is kept, and where what is stored is no number. */
    public Optional<Instant> before(String setting, Instant now) {
        return settings.findBySettingKey(setting)
                .map(SystemSetting::settingValue)
                .map(stored -> days(setting, stored))
                .filter(days -> days > 0)
                .map(days -> now.minus(Duration.ofDays(days)));
    }

    private static int days(String setting, String stored) {
        try {
            return Integer.parseInt(stored);
        } catch (NumberFormatException notOurs) {
            LOG.warn("the stored value of the setting {} is not a number; nothing is removed", setting);
            return 0;
        }
    }
}
