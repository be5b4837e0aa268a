package dev.rechat.runlog;

import org.jspecify.annotations.Nullable;

/** A store will never take this record, whatever the time (a mapping conflict, a document that is too large). */
public final class RejectedRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for operators; names the record's id and the store's reason, without content */
    public RejectedRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
