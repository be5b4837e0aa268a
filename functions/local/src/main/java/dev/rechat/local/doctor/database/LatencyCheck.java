package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.local.doctor.timing.Lengths;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How far away it is: a question makes about ten round trips before Dify is asked. */
final class LatencyCheck implements Check {

    private static final int TIMES = 7;
    private static final Duration FAR = Duration.ofMillis(10);

    @Override
    public void look(Session session, Sheet sheet) throws SQLException {
        List<Duration> taken = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            session.text("SELECT 1");
            taken.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        Collections.sort(taken);
        Duration usual = taken.get(TIMES / 2);
        if (usual.compareTo(FAR) > 0) {
            sheet.warning(
                    "latency",
                    Code.DATABASE_SLOW,
                    "a round trip takes " + Lengths.of(usual),
                    "run the functions in the database's region; ask the doctor from where they run");
        } else {
            sheet.ok("latency", "a round trip takes " + Lengths.of(usual));
        }
    }
}
