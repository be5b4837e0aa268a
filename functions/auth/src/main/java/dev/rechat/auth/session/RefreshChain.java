package dev.rechat.auth.session;

import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import dev.rechat.kernel.log.LogField;
import dev.rechat.persistence.account.RefreshToken;
import dev.rechat.persistence.account.RefreshTokenRepository;
import dev.rechat.persistence.account.Session;
import dev.rechat.persistence.account.SessionRepository;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.account.UserRepository;
import dev.rechat.web.request.RequestOrigin;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session is a chain of refresh tokens of which only the newest is good. Results are returned, not thrown: an
 * exception would roll back the end of a session that it reports.
 */
@Singleton
class RefreshChain {

    /** From each renewal on; who stays away longer signs in again. */
    static final Duration LIFETIME = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(RefreshChain.class);

    private final SessionRepository sessions;
    private final RefreshTokenRepository tokens;
    private final UserRepository users;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RefreshChain(
            SessionRepository sessions,
            RefreshTokenRepository tokens,
            UserRepository users,
            IdGenerator ids,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins a session; inside the caller's transaction when there is one. */
    @Transactional
    RefreshSecret begin(UserId user, SessionId session) {
        Instant now = clock.instant();
        RequestOrigin origin = RequestOrigin.current();
        sessions.save(new Session(session, user, origin.address(), origin.userAgent(), now, now, null));
        return append(user, session, now);
    }

    /** Exchanges a token for the next one of its session. Of several callers with one token at most one succeeds. */
    @Transactional
    RefreshResult renew(RefreshSecret secret) {
        Instant now = clock.instant();
        Optional<RefreshToken> found = tokens.findByTokenHash(secret.hash());
        if (found.isEmpty()) {
            return new RefreshResult.Unknown();
        }
        RefreshToken token = found.get();
        Optional<User> user = gate(token);
        if (token.revokedAt() != null) {
            return new RefreshResult.Unknown();
        }
        if (token.rotatedAt() != null) {
            return stolen(token, now);
        }
        if (!token.expiresAt().isAfter(now)) {
            return new RefreshResult.Unknown();
        }
        // What was read may be old by now; the statement sees the row as it is.
        if (tokens.rotate(token.id(), now) == 0) {
            return stolen(token, now);
        }
        if (user.isEmpty() || !user.get().active()) {
            end(token.sessionId(), now);
            return new RefreshResult.AccountGone();
        }
        return new RefreshResult.Renewed(user.get(), token.sessionId(), append(token.userId(), token.sessionId(), now));
    }

    /** Ends the session of a token, whatever state the token is in; does nothing for one that is not ours. */
    @Transactional
    void end(RefreshSecret secret) {
        tokens.findByTokenHash(secret.hash()).ifPresent(token -> {
            gate(token);
            end(token.sessionId(), clock.instant());
        });
    }

    /**
     * One at a time per person. Without it, two who use copies of one token lock its rows in different orders, and the
     * database might give up the one that is ending the session.
     */
    private Optional<User> gate(RefreshToken token) {
        return users.findByIdForUpdate(token.userId());
    }

    private RefreshResult stolen(RefreshToken token, Instant now) {
        if (end(token.sessionId(), now)) {
            LOG.atWarn()
                    .addKeyValue(LogField.USER_ID, token.userId())
                    .addKeyValue(LogField.SESSION_ID, token.sessionId())
                    .log("a refresh token was used twice; its session was ended");
        }
        return new RefreshResult.Stolen();
    }

    /** Its refresh tokens are void from now on, its access tokens as soon as their standing is asked again. */
    private boolean end(SessionId session, Instant now) {
        tokens.endSession(session, now);
        return sessions.end(session, now) > 0;
    }

    private RefreshSecret append(UserId user, SessionId session, Instant now) {
        RefreshSecret secret = RefreshSecret.random(random);
        tokens.save(new RefreshToken(
                ids.next().toString(), session, user, secret.hash(), now, now.plus(LIFETIME), null, null));
        return secret;
    }
}
