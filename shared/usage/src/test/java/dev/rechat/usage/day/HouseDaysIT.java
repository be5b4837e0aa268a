package dev.rechat.usage.day;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.usage.UsageHouse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseDaysIT {

    private static final Instant LATE = Instant.parse("2026-03-01T23:30:00Z");

    @AutoClose
    private static final UsageHouse house = new UsageHouse();

    private static final HouseDays days = house.bean(HouseDays.class);

    @BeforeEach
    void nobodyHasDecided() {
        house.sql("DELETE FROM system_settings");
        house.forward(Duration.ofMinutes(1));
    }

    @Test
    void areThoseOfUtcUntilSomebodyDecides() {
        assertThat(days.of(LATE)).isEqualTo("2026-03-01");
    }

    @Test
    void areThoseOfTheZoneThatIsSet() {
        house.zone("\"Europe/Vienna\"");

        assertThat(days.of(LATE)).isEqualTo("2026-03-02");
        assertThat(days.beginningOf(LocalDate.parse("2026-03-02"))).isEqualTo("2026-03-01T23:00:00Z");
    }

    @Test
    void beginWhereClocksArePutForwardAtMidnight() {
        house.zone("\"Africa/Cairo\"");

        assertThat(days.beginningOf(LocalDate.parse("2026-04-24"))).isEqualTo("2026-04-23T22:00:00Z");
        assertThat(days.of(Instant.parse("2026-04-23T22:00:00Z"))).isEqualTo("2026-04-24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "\"", "\"Europe/Nowhere\"", "\"+02:00\"", "{\"zone\":1}", "Europe/Vienna"})
    void areThoseOfUtcWhereTheSettingCannotBeRead(String stored) {
        house.zone(stored);

        assertThat(days.zone().getId()).isEqualTo("UTC");
    }

    @Test
    void followAChangeWithinHalfAMinute() {
        assertThat(days.of(LATE)).isEqualTo("2026-03-01");
        house.sql("INSERT INTO system_settings SET setting_key = 'time_zone', setting_value = '\"Asia/Tokyo\"',"
                + " updated_at = NOW(3)");

        assertThat(days.of(LATE)).as("remembered").isEqualTo("2026-03-01");
        house.forward(Duration.ofSeconds(30));
        assertThat(days.of(LATE)).isEqualTo("2026-03-02");
    }
}
