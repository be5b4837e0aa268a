package dev.rechat.benchmarks.history;

import com.mysql.cj.MysqlConnection;
import com.mysql.cj.Query;
import com.mysql.cj.interceptors.QueryInterceptor;
import com.mysql.cj.log.Log;
import com.mysql.cj.protocol.Resultset;
import com.mysql.cj.protocol.ServerSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes every statement that the driver sends into the file that {@link #FILE} names, one per line, with its values. Named in
 * the product's JDBC URL, so that plans are of what the product really asks; never while something is timed.
 */
public final class StatementCapture implements QueryInterceptor {

    static final String FILE = "rechat.bench.statements";

    /** For the JDBC URL. */
    static final String OPTION = "queryInterceptors=" + StatementCapture.class.getName();

    private final Path file = Path.of(Objects.requireNonNull(System.getProperty(FILE), FILE));

    @Override
    public QueryInterceptor init(MysqlConnection connection, Properties properties, Log log) {
        return this;
    }

    @Override
    // null lets the statement go its way; the driver's interface says nothing of it
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    public <T extends Resultset> @Nullable T preProcess(Supplier<String> sql, Query query) {
        String statement = sql.get();
        if (statement != null) {
            try {
                Files.writeString(
                        file,
                        statement.replaceAll("\\s+", " ") + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return null;
    }

    @Override
    public boolean executeTopLevelOnly() {
        return false;
    }

    @Override
    public void destroy() {
        // each line was written when it came
    }

    @Override
    @SuppressWarnings("NullAway") // as above: null leaves the result as it is
    public <T extends Resultset> @Nullable T postProcess(
            Supplier<String> sql, Query query, T result, ServerSession session) {
        return null;
    }
}
