package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.database.Grants.Privilege;
import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the user may do, and the statement that lets it do the rest. */
final class PrivilegeCheck implements Check {

    private static final String CHECK = "privileges";

    private final String schema;

    PrivilegeCheck(String schema) {
        this.schema = schema;
    }

    @Override
    public void look(Session session, Sheet sheet) throws SQLException {
        Grants grants = Grants.of(lines(session), schema);
        String user = quoted(session.text("SELECT CURRENT_USER()").orElse(""));
        Set<Privilege> missing = grants.missing(Grants.OF_FUNCTIONS);
        Set<Privilege> ofMigrations = grants.missing(Grants.OF_MIGRATIONS);
        if (missing.isEmpty() && ofMigrations.isEmpty()) {
            sheet.ok(CHECK, "enough for functions and migrations");
        } else if (grants.isPartial()) {
            sheet.note(
                    CHECK,
                    Code.PRIVILEGES_UNKNOWN,
                    "something is granted on single tables or taken back, which is not read further",
                    grant(Grants.OF_FUNCTIONS, user));
        } else if (!missing.isEmpty()) {
            sheet.problem(CHECK, Code.PRIVILEGES_MISSING, "functions lack " + names(missing), grant(missing, user));
        } else {
            sheet.note(
                    CHECK,
                    Code.MIGRATION_PRIVILEGES_MISSING,
                    "enough for functions; migrations lack " + names(ofMigrations),
                    "migrate as another user, or " + grant(ofMigrations, user));
        }
    }

    /** MySQL tells what comes by roles only when they are named. */
    private static List<String> lines(Session session) throws SQLException {
        String roles;
        try {
            roles = session.text("SELECT CURRENT_ROLE()").orElse("NONE");
        } catch (SQLException noRoles) {
            session.rollback();
            return session.texts("SHOW GRANTS");
        }
        boolean named = roles.contains("`@`") && roles.matches("[\\w`@%., -]+");
        return session.texts(named ? "SHOW GRANTS FOR CURRENT_USER() USING " + roles : "SHOW GRANTS");
    }

    private String grant(Set<Privilege> privileges, String user) {
        return "GRANT " + names(privileges) + " ON `" + schema + "`.* TO " + user;
    }

    private static String names(Set<Privilege> privileges) {
        return privileges.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String quoted(String user) {
        int at = user.lastIndexOf('@');
        return at < 0 ? "'" + user + "'" : "'" + user.substring(0, at) + "'@'" + user.substring(at + 1) + "'";
    }
}
