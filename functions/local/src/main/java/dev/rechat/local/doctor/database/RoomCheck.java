package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.sql.SQLException;
import java.time.Duration;

/** Whether there is room for long answers and many processes. */
final class RoomCheck implements Check {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int ON_LAMBDA = 2;
    private static final int FEW = 40;
    /** What a pool keeps a connection for that nobody uses. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final int poolSize;
    private final long largestTurn;

    RoomCheck(int poolSize, long largestTurn) {
        this.poolSize = poolSize;
        this.largestTurn = largestTurn;
    }

    @Override
    public void look(Session session, Sheet sheet) throws SQLException {
        session.number("max_allowed_packet").ifPresent(bytes -> packet(bytes, sheet));
        session.number("max_connections").ifPresent(all -> connections(all, session, sheet));
        session.number("wait_timeout").ifPresent(seconds -> idle(Duration.ofSeconds(seconds), sheet));
    }

    private void packet(long bytes, Sheet sheet) {
        String told = "a statement may have %.0f MB".formatted((double) bytes / MEGABYTE);
        if (bytes < 2 * largestTurn) {
            sheet.warning(
                    "packet",
                    Code.PACKET_SMALL,
                    told + ", and an answer up to " + largestTurn / MEGABYTE + " MB",
                    "SET GLOBAL max_allowed_packet = 67108864, or lower RECHAT_TURNS_MAX_BYTES");
        } else {
            sheet.ok("packet", told);
        }
    }

    private void connections(long all, Session session, Sheet sheet) {
        long own = session.number("max_user_connections")
                .filter(limit -> limit > 0)
                .orElse(all);
        long usable = Math.min(all, own);
        String told = "%d connections: room for %d processes with pools of %d, %d Lambda instances with pools of %d"
                .formatted(usable, usable / poolSize, poolSize, usable / ON_LAMBDA, ON_LAMBDA);
        if (usable < FEW) {
            sheet.warning(
                    "connections",
                    Code.CONNECTIONS_FEW,
                    told,
                    "raise max_connections, or keep reserved concurrency times pool size below it");
        } else {
            sheet.ok("connections", told);
        }
    }

    private static void idle(Duration waits, Sheet sheet) {
        if (waits.compareTo(KEPT) < 0) {
            sheet.warning(
                    "idle",
                    Code.CONNECTIONS_SHORT_LIVED,
                    "the server ends connections that were idle for %d s, before the pool does"
                            .formatted(waits.toSeconds()),
                    "SET GLOBAL wait_timeout = 3600");
        }
    }
}
