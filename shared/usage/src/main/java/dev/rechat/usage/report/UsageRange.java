package dev.rechat.usage.report;

import dev.rechat.kernel.error.ValidationException;
import dev.rechat.kernel.id.AppId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.usage.UsageFilter;
import dev.rechat.usage.day.HouseDays;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days that are asked for: those of the house, both ends included. */
@Singleton
public final class UsageRange {

    /** A year and what it is compared with; more would have one request read everything there is. */
    public static final int MOST_DAYS = 400;

    private static final int USUAL_DAYS = 30;

    private final HouseDays days;
    private final Clock clock;

    UsageRange(HouseDays days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /**
     * What is meant by these texts; up to today, and the 30 days up to the last one, where nothing is said.
     *
     * @param most how many days at most
     * @throws ValidationException when one is no day, they are in the wrong order, or there are too many between them
     */
    public UsageFilter of(
            @Nullable String from, @Nullable String to, int most, @Nullable AppId app, @Nullable UserId user) {
        LocalDate last = to == null ? days.of(clock.instant()) : day("to", to);
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : day("from", from);
        if (first.isAfter(last)) {
            throw new ValidationException("from", "invalid", "must not be after to");
        }
        if (ChronoUnit.DAYS.between(first, last) >= most) {
            throw new ValidationException("from", "too_long", "must be less than " + most + " days before to");
        }
        return new UsageFilter(first, last, app, user);
    }

    /** The name of the zone whose days they are. */
    public String zone() {
        return days.zone().getId();
    }

    /** The day that this text is; empty when it is none, or none that a database takes. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 2000 && day.getYear() < 10_000);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String field, String text) {
        return day(text).orElseThrow(() -> new ValidationException(field, "invalid", "must be a day like 2026-03-31"));
    }
}
