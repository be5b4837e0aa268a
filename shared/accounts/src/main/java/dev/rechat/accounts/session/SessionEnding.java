package dev.rechat.accounts.session;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.persistence.account.RefreshTokenRepository;
import dev.rechat.persistence.account.SessionRepository;
import dev.rechat.persistence.account.UserRepository;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Ends sessions together with their refresh tokens, inside the caller's transaction when there is one. The caller writes
 * down who did it. Each method holds the account until the transaction ends, as beginning and renewing a session do: no
 * session slips through that is renewed at the same moment.
 */
@Singleton
public class SessionEnding {

    private final UserRepository users;
    private final SessionRepository sessions;
    private final RefreshTokenRepository tokens;
    private final Clock clock;

    SessionEnding(UserRepository users, SessionRepository sessions, RefreshTokenRepository tokens, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @return whether it was this person's and had not been ended before */
    @Transactional
    public boolean end(UserId user, SessionId session) {
        Instant now = hold(user);
        if (sessions.end(session, user, now) == 0) {
            return false;
        }
        tokens.endSession(session, now);
        return true;
    }

    /** Signs a person out everywhere. @return how many sessions it ended */
    @Transactional
    public long endAll(UserId user) {
        Instant now = hold(user);
        tokens.endAll(user, now);
        return sessions.endAll(user, now);
    }

    /** Signs a person out everywhere else. @return how many sessions it ended */
    @Transactional
    public long endOthers(UserId user, SessionId kept) {
        Instant now = hold(user);
        tokens.endOthers(user, kept, now);
        return sessions.endOthers(user, kept, now);
    }

    private Instant hold(UserId user) {
        users.findByIdForUpdate(user);
        return clock.instant();
    }
}
