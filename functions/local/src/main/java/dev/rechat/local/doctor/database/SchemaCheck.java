package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import dev.rechat.maintenance.MigrationException;
import dev.rechat.maintenance.MigrationResult;
import dev.rechat.maintenance.Migrations;

/** Whether the tables are those of this version. */
final class SchemaCheck {

    private static final String CHECK = "schema";

    /** @return whether they are */
    boolean look(Login login, Sheet sheet) {
        try {
            MigrationResult pending = Migrations.pending(login.url(), login.user(), login.password());
            if (pending.applied() == 0) {
                sheet.ok(CHECK, "of this version");
                return true;
            }
            sheet.problem(
                    CHECK,
                    Code.SCHEMA_PENDING,
                    "%d migrations are missing, the first is %s"
                            .formatted(pending.applied(), pending.migrations().getFirst()),
                    "./rechat migrate");
            return false;
        } catch (MigrationException different) {
            sheet.problem(
                    CHECK,
                    Code.SCHEMA_DIFFERENT,
                    String.valueOf(different.getMessage()).lines().findFirst().orElse("another schema"),
                    "use a schema of its own, or the version of ReChat that made this one");
            return false;
        }
    }
}
