package dev.rechat.auth.session;

import dev.rechat.kernel.hash.OpaqueToken;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.persistence.account.User;

/** What came of a refresh token that was presented. */
sealed interface RefreshResult {

    record Renewed(User user, SessionId session, OpaqueToken next) implements RefreshResult {}

    /** Never ours, expired, or of a session that was ended. */
    record Unknown() implements RefreshResult {}

    /** Exchanged before: somebody has a copy. The session is ended. */
    record Stolen() implements RefreshResult {}

    /** The account was disabled or deleted. The session is ended. */
    record AccountGone() implements RefreshResult {}
}
