package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.translate.Ending;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.turn.TurnStatus;
import org.jspecify.annotations.Nullable;

/** How a turn ends for us: Dify's ending, unless the stream or this process broke first. */
record TurnEnd(
        TurnStatus status,
        String reason,
        @Nullable ErrorCode error,
        String message,
        @Nullable String difyCode) {

    static TurnEnd of(Ending ending, @Nullable ErrorCode broken, boolean shutDown) {
        if (shutDown) {
            return failed(
                    TurnStatus.INTERRUPTED,
                    ErrorCode.INTERNAL_ERROR,
                    "the service is being restarted; what came is kept",
                    null);
        }
        if (broken != null) {
            return failed(TurnStatus.FAILED, broken, DifyFailures.message(broken), null);
        }
        if (ending.status() == TurnStatus.FAILED) {
            ErrorCode code = ErrorCode.DIFY_REJECTED;
            return failed(TurnStatus.FAILED, code, DifyFailures.message(code), ending.difyCode());
        }
        return new TurnEnd(ending.status(), ending.reason(), null, "", null);
    }

    /** The answer was given but is not kept: its end must not claim otherwise. */
    static TurnEnd notStored() {
        return failed(
                TurnStatus.FAILED, ErrorCode.DATABASE_UNAVAILABLE, "the answer could not be stored; copy it now", null);
    }

    private static TurnEnd failed(TurnStatus status, ErrorCode code, String message, @Nullable String difyCode) {
        return new TurnEnd(status, "error", code, message, difyCode);
    }

    TurnEvent event(String requestId) {
        return error == null
                ? new TurnEvent.Done(status.wireName(), reason)
                : new TurnEvent.Failed(error.code(), message, DifyFailures.retryable(error), difyCode, requestId);
    }
}
