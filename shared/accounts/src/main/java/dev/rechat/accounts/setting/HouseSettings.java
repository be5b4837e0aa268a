package dev.rechat.accounts.setting;

import dev.rechat.accounts.mail.MailConfiguration;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.NotFoundException;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.database.Deadlocks;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the settings of the house are. Read from the database at most every 30 seconds per process: a change holds at once
 * in the process that makes it and within that time everywhere. Thread-safe; may block for one query.
 */
@Singleton
public final class HouseSettings {

    static final Duration FRESH = Duration.ofSeconds(30);

    private final SettingStore store;
    private final MailConfiguration mail;
    private final Clock clock;

    private final Object lock = new Object();
    private long changes;
    private volatile @Nullable Snapshot snapshot;

    private record Snapshot(List<SettingState> states, Instant readAt) {}

    HouseSettings(SettingStore store, MailConfiguration mail, Clock clock) {
        this.store = store;
        this.mail = mail;
        this.clock = clock;
    }

    public <T> T get(Setting<T> setting) {
        return setting.form().read(find(setting, recent()).value());
    }

    /** All settings as the database has them now. */
    public List<SettingState> all() {
        return refreshed();
    }

    /**
     * Changes a setting and writes it into the audit log.
     *
     * @throws NotFoundException when there is no such setting
     * @throws dev.rechat.kernel.error.ValidationException when the value is none of that setting
     * @throws RefusedException {@code mail_not_configured} for e-mail verification without mail
     */
    public SettingState change(String key, JsonNode value, UserId by) {
        Setting<?> setting = Setting.of(key).orElseThrow(() -> new NotFoundException("setting"));
        JsonNode normalised = setting.normalised(value);
        if (setting == Setting.EMAIL_VERIFICATION && normalised.getBooleanValue() && !mail.configured()) {
            throw new RefusedException(
                    ErrorCode.MAIL_NOT_CONFIGURED, "addresses cannot be verified while no mail server is configured");
        }
        SettingState state = Deadlocks.retry(() -> store.put(setting, normalised, by));
        synchronized (lock) {
            changes++;
            snapshot = null;
        }
        return state;
    }

    private List<SettingState> recent() {
        Snapshot known = snapshot;
        return known != null && known.readAt().plus(FRESH).isAfter(clock.instant()) ? known.states() : refreshed();
    }

    /** What was read before a change is not kept after it. */
    private List<SettingState> refreshed() {
        long seen;
        synchronized (lock) {
            seen = changes;
        }
        Instant now = clock.instant();
        List<SettingState> states = store.all();
        synchronized (lock) {
            if (seen == changes) {
                snapshot = new Snapshot(states, now);
            }
        }
        return states;
    }

    private static SettingState find(Setting<?> setting, List<SettingState> states) {
        return states.get(Setting.ALL.indexOf(setting));
    }
}
