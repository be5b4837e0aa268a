package dev.rechat.accounts.setting;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.persistence.setting.SystemSetting;
import dev.rechat.persistence.setting.SystemSettingRepository;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings as they lie in the database. */
@Singleton
class SettingStore {

    /** Changes follow one another, so that the audit log tells the old value that was really replaced. */
    private static final String GATE = "settings";

    private static final Logger LOG = LoggerFactory.getLogger(SettingStore.class);

    private final SystemSettingRepository rows;
    private final UserRepository users;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    SettingStore(SystemSettingRepository rows, UserRepository users, Audit audit, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.users = users;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** All of them, in the order of {@link Setting#ALL}. */
    List<SettingState> all() {
        List<SystemSetting> written =
                rows.listOf(Setting.ALL.stream().map(Setting::key).toList());
        return Setting.ALL.stream().map(setting -> state(setting, written)).toList();
    }

    /** Writes a value in its one wire form, and what changed into the audit log. */
    @Transactional
    SettingState put(Setting<?> setting, JsonNode value, UserId by) {
        Instant now = clock.instant();
        rows.hold(GATE, now);
        JsonNode before = state(setting, rows.listOf(List.of(setting.key()))).value();
        rows.put(setting.key(), written(value), now, by);
        if (setting == Setting.EMAIL_VERIFICATION && value.getBooleanValue() && !before.getBooleanValue()) {
            users.exemptFromVerification(now);
        }
        audit.record(
                AuditAction.SETTING_CHANGED,
                by,
                Audit.SETTING,
                setting.key(),
                Map.of("old", written(before), "new", written(value)));
        return new SettingState(setting, value, now, by);
    }

    private SettingState state(Setting<?> setting, List<SystemSetting> written) {
        return written.stream()
                .filter(row -> row.settingKey().equals(setting.key()))
                .findFirst()
                .flatMap(row -> read(setting, row))
                .orElseGet(() -> new SettingState(setting, setting.defaultJson(), null, null));
    }

    private Optional<SettingState> read(Setting<?> setting, SystemSetting row) {
        try {
            JsonNode value = setting.normalised(Objects.requireNonNullElse(
                    json.readValue(row.settingValue(), JsonNode.class), JsonNode.nullNode()));
            return Optional.of(new SettingState(setting, value, row.updatedAt(), row.updatedBy()));
        } catch (IOException | ValidationException notOurs) {
            LOG.warn("the stored value of the setting {} is not one; its default holds", setting.key());
            return Optional.empty();
        }
    }

    private String written(JsonNode value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
