package dev.rechat.usage.day;

import dev.rechat.kernel.time.HouseZone;
import dev.rechat.persistence.setting.SystemSetting;
import dev.rechat.persistence.setting.SystemSettingRepository;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which day it is in the house. The zone is a setting, read at most every 30 seconds per process: a change holds everywhere
 * within that time. A zone that cannot be read is UTC: counting goes on. Thread-safe; may block for one query.
 */
@Singleton
public final class HouseDays {

    static final Duration FRESH = Duration.ofSeconds(30);

    private final SystemSettingRepository settings;
    private final Clock clock;

    private volatile @Nullable Known known;

    private record Known(ZoneId zone, Instant readAt) {}

    HouseDays(SystemSettingRepository settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The day of the house that this moment belongs to. */
    public LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** The moment at which a day of the house begins: not always midnight, where clocks are put forward at that time. */
    public Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    public ZoneId zone() {
        Known last = known;
        Instant now = clock.instant();
        if (last != null && last.readAt().plus(FRESH).isAfter(now)) {
            return last.zone();
        }
        ZoneId zone = settings.findBySettingKey(HouseZone.SETTING)
                .map(SystemSetting::settingValue)
                .flatMap(HouseDays::read)
                .orElse(HouseZone.DEFAULT);
        known = new Known(zone, now);
        return zone;
    }

    /** What is stored is JSON: the name in quotation marks. No zone's name has anything in it that JSON would escape. */
    private static Optional<ZoneId> read(String json) {
        boolean quoted = json.length() > 2 && json.startsWith("\"") && json.endsWith("\"");
        return quoted ? HouseZone.named(json.substring(1, json.length() - 1)) : Optional.empty();
    }
}
