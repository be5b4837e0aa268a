package dev.rechat.admin.runlog;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.time.HouseZone;
import dev.rechat.runlog.TimeRange;
import dev.rechat.usage.day.HouseDays;
import dev.rechat.usage.report.UsageRange;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The time whose figures are asked for: days of a zone, the first included and the last not. */
@Singleton
final class StatisticsRange {

    private static final int USUAL_DAYS = 30;
    /** What the figures of usage take, and an hour of summer time. */
    private static final Duration LONGEST =
            Duration.ofDays(UsageRange.MOST_DAYS).plusHours(1);

    private final HouseDays house;
    private final Clock clock;

    StatisticsRange(HouseDays house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    /** @param from the first day @param until the day after the last one */
    record Days(LocalDate from, LocalDate until, ZoneId zone) {

        TimeRange range() {
            return new TimeRange(start(from, zone), start(until, zone));
        }

        private static Instant start(LocalDate day, ZoneId zone) {
            return day.atStartOfDay(zone).toInstant();
        }
    }

    /**
     * What is meant by these texts: the 30 days up to today's end in the house's zone, where nothing is said.
     *
     * @throws ValidationException for a zone or day that there is not, the wrong order, or too many days
     */
    Days of(@Nullable String from, @Nullable String to, @Nullable String zoneName) {
        ZoneId zone = zone(zoneName);
        LocalDate until =
                to == null ? LocalDate.ofInstant(clock.instant(), zone).plusDays(1) : day("to", to);
        LocalDate first = from == null ? until.minusDays(USUAL_DAYS) : day("from", from);
        if (!first.isBefore(until)) {
            throw new ValidationException("from", "invalid", "must be before to");
        }
        var days = new Days(first, until, zone);
        if (Duration.between(Days.start(first, zone), Days.start(until, zone)).compareTo(LONGEST) > 0) {
            throw new ValidationException(
                    "from", "too_long", "must be at most " + UsageRange.MOST_DAYS + " days before to");
        }
        return days;
    }

    private ZoneId zone(@Nullable String name) {
        return name == null
                ? house.zone()
                : HouseZone.named(name)
                        .orElseThrow(() -> new ValidationException(
                                "zone", "invalid", "must be a name of the IANA database such as Europe/Rome"));
    }

    private static LocalDate day(String field, String text) {
        return UsageRange.day(text)
                .orElseThrow(() -> new ValidationException(field, "invalid", "must be a day like 2026-03-31"));
    }
}
