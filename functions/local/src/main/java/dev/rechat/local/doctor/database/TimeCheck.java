package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.local.doctor.timing.Lengths;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether times are UTC, fine enough, and the same here and there. */
final class TimeCheck implements Check {

    private static final String CHECK = "time";
    private static final Duration APART = Duration.ofSeconds(5);
    private static final String FINE = "2038-02-01 10:20:30.123456";

    private final Clock clock;

    TimeCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void look(Session session, Sheet sheet) throws SQLException {
        String zone = session.text("SELECT @@session.time_zone").orElse("");
        boolean utc = session.text("SELECT ABS(TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW())) <= 1")
                .filter("1"::equals)
                .isPresent();
        if (!utc) {
            sheet.problem(
                    CHECK,
                    Code.TIME_ZONE,
                    "the session's time zone is " + zone + " although UTC was asked for",
                    "take forceConnectionTimeZoneToSession and sessionVariables out of the URL");
        } else {
            sheet.ok(CHECK, "the session's time zone is UTC");
        }
        fine(session, sheet);
        clocks(session, sheet);
    }

    private static void fine(Session session, Sheet sheet) throws SQLException {
        String back = session.text("SELECT CAST(CAST(? AS DATETIME(6)) AS CHAR)", FINE)
                .orElse("");
        if (!back.equals(FINE)) {
            sheet.problem(
                    "precision",
                    Code.TIME_COARSE,
                    "times lose their microseconds, or end in 2038",
                    "use a server that has DATETIME(6)");
        }
    }

    private void clocks(Session session, Sheet sheet) throws SQLException {
        Instant before = clock.instant();
        BigDecimal there = new BigDecimal(
                session.text("SELECT CAST(UNIX_TIMESTAMP(NOW(6)) AS CHAR)").orElse("0"));
        Duration half = Duration.between(before, clock.instant()).dividedBy(2);
        Instant theirs = Instant.ofEpochMilli(there.movePointRight(3).longValue());
        Duration apart = Duration.between(before.plus(half), theirs);
        if (apart.abs().compareTo(APART) > 0) {
            sheet.warning(
                    "clocks",
                    Code.CLOCKS_APART,
                    "the database's clock is %s %s of this machine's"
                            .formatted(Lengths.of(apart.abs()), apart.isNegative() ? "behind" : "ahead"),
                    "let both take their time from NTP: sessions, leases of turns and codes of second factors go by it");
        } else {
            sheet.ok("clocks", "here and there %s apart".formatted(Lengths.of(apart.abs())));
        }
    }
}
