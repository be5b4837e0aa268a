package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.sql.SQLException;

/** What server it is, and whether it takes changes. */
final class ServerCheck implements Check {

    private static final String CHECK = "version";

    @Override
    public void look(Session session, Sheet sheet) throws SQLException {
        tell(
                ServerVersion.of(
                        session.text("SELECT VERSION()").orElse(""),
                        session.variable("version_comment").orElse(""),
                        session.variable("aurora_version").orElse(null)),
                sheet);
        boolean readOnly = session.variable("read_only").filter("1"::equals).isPresent()
                || session.variable("innodb_read_only").filter("1"::equals).isPresent();
        if (readOnly) {
            sheet.problem(
                    "writes",
                    Code.DATABASE_READ_ONLY,
                    "the server is read-only",
                    "give the address of the primary (Aurora: the cluster's writer endpoint)");
        }
    }

    static void tell(ServerVersion version, Sheet sheet) {
        switch (version.product()) {
            case MYSQL, PERCONA -> least(version, 8, 0, "8.0", sheet);
            case AURORA -> least(version, 3, 0, "3 (MySQL 8.0)", sheet);
            case MARIADB -> mariadb(version, sheet);
            case OCEANBASE -> least(version, 4, 2, "4.2", sheet);
            case TIDB -> least(version, 8, 5, "8.5 (the first with foreign keys for production)", sheet);
            case OTHER ->
                sheet.warning(
                        CHECK,
                        Code.DATABASE_UNTESTED,
                        "a server that is none of those known here",
                        "use MySQL 8, MariaDB 11 or Aurora MySQL 3; run all tests before you rely on another");
        }
    }

    private static void mariadb(ServerVersion version, Sheet sheet) {
        if (version.isBefore(10, 6) || !version.isBefore(11, 0)) {
            least(version, 10, 6, "10.6", sheet);
        } else {
            untested(version, sheet);
        }
    }

    private static void least(ServerVersion version, int major, int minor, String words, Sheet sheet) {
        if (version.isBefore(major, minor)) {
            sheet.problem(CHECK, Code.DATABASE_TOO_OLD, version + " is too old", "use " + words + " or later");
        } else if (version.product() == Product.OCEANBASE || version.product() == Product.TIDB) {
            untested(version, sheet);
        } else {
            sheet.ok(CHECK, version.toString());
        }
    }

    private static void untested(ServerVersion version, Sheet sheet) {
        sheet.note(
                CHECK,
                Code.DATABASE_UNTESTED,
                version + ": ReChat's tests run on MariaDB 11.4 and MySQL 8.0, not on this",
                "the checks below tell what it lacks");
    }
}
