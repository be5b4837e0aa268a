package dev.rechat.auth.session;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.SessionId;
import io.micronaut.security.authentication.Authentication;

/** The session that an access token belongs to. */
public final class OwnSession {

    private OwnSession() {}

    /** @throws RefusedException {@code unauthenticated} when who asks has no session */
    public static SessionId of(Authentication authentication) {
        if (authentication.getAttributes().get(AccessTokens.SESSION) instanceof String id) {
            try {
                return SessionId.of(id);
            } catch (IllegalArgumentException notAnId) {
                throw none();
            }
        }
        throw none();
    }

    private static RefusedException none() {
        return new RefusedException(ErrorCode.UNAUTHENTICATED, "an access token of a session is needed");
    }
}
