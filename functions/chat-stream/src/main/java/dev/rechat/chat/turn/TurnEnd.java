package dev.rechat.chat.turn;

import dev.rechat.chat.event.TurnEvent;
import dev.rechat.chat.translate.Ending;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.turn.TurnStatus;
import org.jspecify.annotations.Nullable;

/**
 * How a turn ends for us: Dify's ending, unless a person, the stream or this process broke it off first.
 *
 * @param refused whether it is certain that Dify did nothing
 */
record TurnEnd(
        TurnStatus status,
        String reason,
        @Nullable ErrorCode error,
        String message,
        @Nullable String difyCode,
        boolean refused) {

    /**
     * @param cut why we broke it off
     * @param broken what broke the stream off, or null when Dify ended it
     * @param stopAsked whether Dify has taken our wish to stop
     */
    static TurnEnd of(Ending ending, Cut cut, @Nullable ErrorCode broken, boolean stopAsked) {
        return switch (cut) {
            case STOP_UNCONFIRMED -> stopped(TurnStatus.STOP_UNCONFIRMED);
            case TOO_LONG ->
                failed(
                        TurnStatus.FAILED,
                        ErrorCode.DIFY_PROTOCOL_ERROR,
                        "the answer is too long; its beginning is kept",
                        null);
            case INTERRUPTED, HANDED_OVER, LOST -> interrupted();
            case NONE -> ofDify(ending, broken, stopAsked);
        };
    }

    private static TurnEnd ofDify(Ending ending, @Nullable ErrorCode broken, boolean stopAsked) {
        if (broken != null) {
            return stopAsked
                    ? stopped(TurnStatus.STOP_UNCONFIRMED)
                    : failed(TurnStatus.FAILED, broken, DifyFailures.message(broken), null);
        }
        if (stopAsked && !ending.whole()) {
            return stopped(TurnStatus.STOPPED);
        }
        if (ending.status() == TurnStatus.FAILED) {
            ErrorCode code = ErrorCode.DIFY_REJECTED;
            return failed(TurnStatus.FAILED, code, DifyFailures.message(code), ending.difyCode());
        }
        return new TurnEnd(ending.status(), ending.reason(), null, "", null, false);
    }

    static TurnEnd stopped(TurnStatus status) {
        return new TurnEnd(status, "stopped", null, "", null, false);
    }

    /** Its producer is gone and nobody can follow. */
    static TurnEnd interrupted() {
        return failed(
                TurnStatus.INTERRUPTED,
                ErrorCode.TURN_INTERRUPTED,
                "the answer was interrupted; what came is kept",
                null);
    }

    /** Dify was never asked, or refused, or could not be reached. */
    static TurnEnd refused(ErrorCode code) {
        return new TurnEnd(TurnStatus.FAILED, "error", code, DifyFailures.message(code), null, true);
    }

    /** Dify was asked and did not say anything: it may have done the work. */
    static TurnEnd unanswered(ErrorCode code) {
        return failed(TurnStatus.FAILED, code, DifyFailures.message(code), null);
    }

    /** The answer was given but is not kept: its end must not claim otherwise. */
    static TurnEnd notStored() {
        return failed(
                TurnStatus.FAILED, ErrorCode.DATABASE_UNAVAILABLE, "the answer could not be stored; copy it now", null);
    }

    private static TurnEnd failed(TurnStatus status, ErrorCode code, String message, @Nullable String difyCode) {
        return new TurnEnd(status, "error", code, message, difyCode, false);
    }

    TurnEvent event(String requestId) {
        return error == null
                ? new TurnEvent.Done(status.wireName(), reason)
                : new TurnEvent.Failed(error.code(), message, DifyFailures.retryable(error), difyCode, requestId);
    }
}
