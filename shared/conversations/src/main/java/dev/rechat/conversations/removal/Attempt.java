package dev.rechat.conversations.removal;

import dev.rechat.conversations.dify.DifyCodes;
import dev.rechat.dify.DifyException;
import dev.rechat.dify.DifyProtocolException;
import dev.rechat.dify.DifyRateLimitedException;
import dev.rechat.dify.DifyRejectedException;
import dev.rechat.dify.DifyTimeoutException;
import dev.rechat.dify.DifyUnauthorizedException;
import dev.rechat.dify.DifyUnavailableException;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.persistence.removal.DifyDeletionRepository;
import java.time.Duration;

/** What came of an attempt to delete a thread. */
sealed interface Attempt {

    /** It is gone, or never was. */
    record Done() implements Attempt {}

    /**
     * It is still there, as far as we know.
     *
     * @param code what is stored and shown
     * @param ofApp whether the app's other threads would meet the same
     * @param passes whether waiting may help
     */
    record Failed(String code, boolean ofApp, boolean passes) implements Attempt {

        static final Failed APP_UNKNOWN = new Failed(DifyDeletionRepository.APP_UNKNOWN, true, false);

        /** Its key cannot be opened, say. */
        static final Failed OUR_FAULT = new Failed(ErrorCode.INTERNAL_ERROR.code(), true, true);

        /** @param attempts this one included */
        Duration pause(int attempts) {
            return passes ? Pauses.after(attempts) : Pauses.LONGEST;
        }
    }

    int SERVER_ERROR = 500;

    /** An app's mode may have changed since: without conversations there is nothing to delete. */
    String NO_CONVERSATIONS = "not_chat_app";

    static Attempt failed(DifyException failure) {
        String code = DifyCodes.of(failure).code();
        return switch (failure) {
            case DifyUnauthorizedException _ -> new Failed(code, true, false);
            case DifyRateLimitedException _, DifyTimeoutException _, DifyProtocolException _ ->
                new Failed(code, true, true);
            // A thread may make Dify stumble over itself; a proxy without a Dify behind it is another matter.
            case DifyUnavailableException down -> new Failed(code, down.status() != SERVER_ERROR, true);
            case DifyRejectedException refused ->
                NO_CONVERSATIONS.equals(refused.code()) ? new Done() : new Failed(code, false, false);
        };
    }
}
