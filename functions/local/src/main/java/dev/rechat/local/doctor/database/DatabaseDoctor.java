package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything about a database; it reads, locks one row for a moment, and writes nothing. */
public final class DatabaseDoctor {

    private final Clock clock;
    private final int poolSize;
    private final long largestTurn;

    /**
     * @param poolSize connections per process
     * @param largestTurn bytes that one turn may have
     */
    public DatabaseDoctor(Clock clock, int poolSize, long largestTurn) {
        this.clock = clock;
        this.poolSize = poolSize;
        this.largestTurn = largestTurn;
    }

    /** @return whether the schema is there and of this version, so that it can be read from */
    public boolean look(Login login, Sheet sheet) {
        Address address = Address.of(login.url());
        try (Session session = Session.open(login)) {
            sheet.ok("connection", address.server());
            checks(address, login).forEach((name, check) -> look(name, check, session, sheet));
        } catch (SQLException failed) {
            ConnectionFailure.tell(address, failed, sheet);
            return false;
        }
        return new SchemaCheck().look(login, sheet);
    }

    private Map<String, Check> checks(Address address, Login login) {
        Map<String, Check> checks = new LinkedHashMap<>();
        checks.put("version", new ServerCheck());
        checks.put("tls", new TlsCheck(address));
        checks.put("latency", new LatencyCheck());
        checks.put("text", new TextCheck(address.schema()));
        checks.put("search", new SearchCheck());
        checks.put("time", new TimeCheck(clock));
        checks.put("rules", new RulesCheck(address.schema()));
        checks.put("features", new FeatureCheck());
        checks.put("locks", new LockCheck(login));
        checks.put("room", new RoomCheck(poolSize, largestTurn));
        checks.put("privileges", new PrivilegeCheck(address.schema()));
        return checks;
    }

    private static void look(String name, Check check, Session session, Sheet sheet) {
        try {
            check.look(session, sheet);
            session.rollback();
        } catch (SQLException untold) {
            sheet.note(name, Code.NOT_TOLD, "the server does not tell: error " + untold.getErrorCode(), null);
        }
    }
}
