package dev.rechat.auth.session;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.web.user.CurrentUser;
import java.util.Optional;

/** The session that somebody makes a request in. */
public final class OwnSession {

    private OwnSession() {}

    /** @throws RefusedException {@code forbidden} for an API key, which the routes refuse before */
    public static SessionId of(CurrentUser user) {
        return Optional.ofNullable(user.sessionId())
                .orElseThrow(() -> new RefusedException(ErrorCode.FORBIDDEN, "this needs somebody who is signed in"));
    }
}
