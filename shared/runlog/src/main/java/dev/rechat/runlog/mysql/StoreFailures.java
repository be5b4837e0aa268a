package dev.rechat.runlog.mysql;

import dev.rechat.kernel.error.FailureTranslator;
import dev.rechat.runlog.RejectedRecordException;
import dev.rechat.runlog.RunLogUnavailableException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that does not take anything now from one that will never take this record. */
@Singleton
class StoreFailures {

    /** The disk or the table is full, or a file is not written, a right is missing, the server is read-only, a statement waited too long for a lock. */
    private static final Set<Integer> REFUSING =
            Set.of(1021, 1026, 1030, 1041, 1044, 1045, 1114, 1142, 1143, 1205, 1227, 1290, 1836, 1969, 3024);

    /** A value is too long, out of range or of characters the column does not take; a statement is larger than the server's bound. */
    private static final Set<Integer> REJECTING = Set.of(1153, 1264, 1366, 1406, 3988);

    /** The driver's own class, which is there at run time only; it says by no number that it did not send so large a statement. */
    private static final String TOO_LARGE_TO_SEND = "PacketTooBigException";

    private static final int DEEPEST_CAUSE = 20;

    private final List<FailureTranslator> translators;

    StoreFailures(List<FailureTranslator> translators) {
        this.translators = translators;
    }

    /** What the contract calls this failure; the failure itself where it is a defect. */
    RuntimeException told(RuntimeException failure) {
        if (failure instanceof RunLogUnavailableException || failure instanceof RejectedRecordException) {
            return failure;
        }
        SQLException cause = cause(failure);
        if (cause != null && isTooLargeToSend(cause)) {
            return new RejectedRecordException("a statement is larger than max_allowed_packet", failure);
        }
        if (cause != null && REJECTING.contains(cause.getErrorCode())) {
            return new RejectedRecordException(reason(cause), failure);
        }
        if (cause != null && REFUSING.contains(cause.getErrorCode())) {
            return new RunLogUnavailableException(reason(cause), failure);
        }
        return translators.stream()
                .map(translator -> translator.translate(failure))
                .flatMap(Optional::stream)
                .findFirst()
                .<RuntimeException>map(
                        _ -> new RunLogUnavailableException("the database of run logs does not answer now", failure))
                .orElse(failure);
    }

    private static boolean isTooLargeToSend(SQLException cause) {
        return cause.getClass().getSimpleName().equals(TOO_LARGE_TO_SEND);
    }

    /** The number and class only: the server's words may quote what was written. */
    private static String reason(SQLException cause) {
        return "the database refused with error " + cause.getErrorCode() + " (" + cause.getSQLState() + ")";
    }

    private static @Nullable SQLException cause(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
