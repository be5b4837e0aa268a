package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.sql.SQLException;

/** Whether what is said can be read on the way. */
final class TlsCheck implements Check {

    private static final String CHECK = "tls";
    private static final String ADVICE =
            "add ?sslMode=VERIFY_IDENTITY to DATASOURCES_DEFAULT_URL, and the server's authority to RECHAT_TLS_CA unless it is a public one";

    private final Address address;

    TlsCheck(Address address) {
        this.address = address;
    }

    @Override
    public void look(Session session, Sheet sheet) throws SQLException {
        tell(!session.status("Ssl_cipher").isEmpty(), sheet);
    }

    private void tell(boolean encrypted, Sheet sheet) {
        if (address.isHere()) {
            sheet.ok(CHECK, encrypted ? "in use" : "not in use, and not needed on one machine");
        } else if (!encrypted) {
            sheet.warning(CHECK, Code.DATABASE_UNENCRYPTED, "not in use: everybody on the way can read along", ADVICE);
        } else if (!address.verifies()) {
            sheet.warning(
                    CHECK,
                    Code.DATABASE_UNVERIFIED,
                    "in use, but whoever answers at that address is taken for the database",
                    ADVICE);
        } else {
            sheet.ok(CHECK, "in use, and the server is verified");
        }
    }
}
