package dev.rechat.maintenance;

import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.exception.FlywaySqlException;

/** The schema could not be brought up to date; the message is for the operator and holds no password. */
public final class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    /** SQL:2016, 24.1: the class of connection exceptions. */
    private static final String CONNECTION_EXCEPTION = "08";

    private MigrationException(String message, Throwable cause) {
        super(message, cause);
    }

    static MigrationException of(String jdbcUrl, FlywayException failed) {
        Optional<SQLException> sql = cause(failed, SQLException.class);
        Optional<CertificateException> untrusted = cause(failed, CertificateException.class);
        String server = server(jdbcUrl);
        if (untrusted.isPresent()) {
            return new MigrationException(
                    "the certificate of the database at %s is not trusted (sslMode in its URL, RECHAT_TLS_CA): %s"
                            .formatted(server, untrusted.get().getMessage()),
                    failed);
        }
        if (failed instanceof FlywaySqlException && sql.isPresent()) {
            return new MigrationException(
                    isConnection(sql.get())
                            ? "the database at " + server + " does not answer"
                            : "the database at " + server + " refuses: "
                                    + sql.get().getMessage(),
                    failed);
        }
        return new MigrationException(
                "the schema at " + server + " cannot be migrated: " + failed.getMessage(), failed);
    }

    /** Host, port and schema only: a URL may carry credentials and options. */
    static String server(String jdbcUrl) {
        String address = jdbcUrl.replaceFirst("^jdbc:mysql:(//)?", "").replaceFirst("[?].*$", "");
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static boolean isConnection(SQLException exception) {
        return Objects.requireNonNullElse(exception.getSQLState(), "").startsWith(CONNECTION_EXCEPTION);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failed, Class<T> type) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
