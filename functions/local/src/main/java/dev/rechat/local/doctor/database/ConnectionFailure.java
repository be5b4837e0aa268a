package dev.rechat.local.doctor.database;

import dev.rechat.local.doctor.report.Code;
import dev.rechat.local.doctor.report.Sheet;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says why there is no connection. */
final class ConnectionFailure {

    private static final String CHECK = "connection";

    private ConnectionFailure() {}

    static void tell(Address address, SQLException failed, Sheet sheet) {
        String server = address.server();
        switch (failed.getErrorCode()) {
            case 1044, 1045, 1698 ->
                sheet.problem(
                        CHECK,
                        Code.DATABASE_DENIED,
                        server + " does not let this user in",
                        "check user and password, from which hosts the user may come, and that it may use the schema: "
                                + "GRANT ALL ON `" + address.schema() + "`.* TO that user");
            case 1049 ->
                sheet.problem(
                        CHECK,
                        Code.DATABASE_MISSING,
                        server + ": there is no such schema",
                        "CREATE DATABASE `" + address.schema() + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
            case 1040, 1203, 1226 ->
                sheet.problem(
                        CHECK,
                        Code.DATABASE_FULL,
                        server + " has no connection left",
                        "raise max_connections, or lower DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE or the number of processes");
            case 1129, 1130 ->
                sheet.problem(
                        CHECK,
                        Code.DATABASE_DENIED,
                        server + " takes no connections from this machine",
                        "make the user for this host as well, or FLUSH HOSTS where it is blocked");
            default -> unreachable(server, failed, sheet);
        }
    }

    private static void unreachable(String server, SQLException failed, Sheet sheet) {
        String message = String.valueOf(failed.getMessage());
        if (message.contains("Public Key Retrieval")) {
            sheet.problem(
                    CHECK,
                    Code.DATABASE_REFUSED,
                    server + " wants TLS before it takes a password",
                    "add ?sslMode=REQUIRED to the URL (or allowPublicKeyRetrieval=true in a network of one's own)");
        } else if (caused(failed, SSLException.class) || caused(failed, CertificateException.class)) {
            sheet.problem(
                    CHECK,
                    Code.DATABASE_REFUSED,
                    server + ": TLS could not be agreed upon, or its certificate is not trusted",
                    "check sslMode in the URL and the server's certificate; an authority that not everybody knows, as RDS's, "
                            + "belongs into RECHAT_TLS_CA");
        } else {
            String why = caused(failed, UnknownHostException.class)
                    ? "the name is not known"
                    : caused(failed, ConnectException.class)
                            ? "nothing listens there"
                            : caused(failed, SocketTimeoutException.class) ? "nobody answers in time" : "no connection";
            sheet.problem(
                    CHECK,
                    Code.DATABASE_UNREACHABLE,
                    "%s: %s (error %d, state %s)".formatted(server, why, failed.getErrorCode(), failed.getSQLState()),
                    "check host and port, security groups, and that the server listens on that address (bind-address)");
        }
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
