package dev.rechat.auth.session;

import dev.rechat.accounts.audit.Audit;
import dev.rechat.accounts.audit.AuditAction;
import dev.rechat.accounts.session.SessionEnding;
import dev.rechat.kernel.hash.OpaqueToken;
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
import java.util.Map;
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

    /** From signing in on, however much it is used: a browser that nobody remembers signing in to is not good for ever. */
    static final Duration LONGEST = Duration.ofDays(180);

    private static final Logger LOG = LoggerFactory.getLogger(RefreshChain.class);
    private static final String SESSION = "session_id";

    private final RefreshTokenRepository tokens;
    private final SessionRepository sessions;
    private final SessionEnding ending;
    private final UserRepository users;
    private final Audit audit;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RefreshChain(
            RefreshTokenRepository tokens,
            SessionRepository sessions,
            SessionEnding ending,
            UserRepository users,
            Audit audit,
            IdGenerator ids,
            Clock clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.ending = ending;
        this.users = users;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a session; inside the caller's transaction when there is one.
     *
     * @return empty when the account is no longer what the proof was about: closed, deleted, or with another password
     */
    @Transactional
    Optional<OpaqueToken> begin(User proved, SessionId session) {
        Optional<User> user = users.findByIdForUpdate(proved.id())
                .filter(now -> now.active() && now.passwordHash().equals(proved.passwordHash()));
        if (user.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        RequestOrigin origin = RequestOrigin.current();
        sessions.save(new Session(session, proved.id(), origin.address(), origin.userAgent(), now, now, null));
        users.seen(proved.id(), now);
        audit.own(AuditAction.SESSION_BEGUN, proved.id(), Map.of(SESSION, session.toString()));
        return Optional.of(append(proved.id(), session, now));
    }

    /** Exchanges a token for the next one of its session. Of several callers with one token at most one succeeds. */
    @Transactional
    RefreshResult renew(OpaqueToken secret) {
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
            return stolen(token);
        }
        if (!token.expiresAt().isAfter(now)) {
            return new RefreshResult.Unknown();
        }
        // What was read may be old by now; the statement sees the row as it is.
        if (tokens.rotate(token.id(), now) == 0) {
            return stolen(token);
        }
        if (user.isEmpty() || !user.get().active()) {
            ending.end(token.userId(), token.sessionId());
            return new RefreshResult.AccountGone();
        }
        RequestOrigin origin = RequestOrigin.current();
        Instant oldest = now.minus(LONGEST);
        if (sessions.seen(token.sessionId(), now, oldest, origin.address(), origin.userAgent()) == 0) {
            ending.end(token.userId(), token.sessionId());
            return new RefreshResult.Unknown();
        }
        users.seen(token.userId(), now);
        return new RefreshResult.Renewed(user.get(), token.sessionId(), append(token.userId(), token.sessionId(), now));
    }

    /** Ends the session of a token, whatever state the token is in; does nothing for one that is not ours. */
    @Transactional
    void end(OpaqueToken secret) {
        tokens.findByTokenHash(secret.hash()).ifPresent(token -> {
            if (ending.end(token.userId(), token.sessionId())) {
                audit.own(
                        AuditAction.SESSION_ENDED,
                        token.userId(),
                        Map.of(SESSION, token.sessionId().toString()));
            }
        });
    }

    /**
     * One at a time per person. Without it, two who use copies of one token lock its rows in different orders, and the
     * database might give up the one that is ending the session.
     */
    private Optional<User> gate(RefreshToken token) {
        return users.findByIdForUpdate(token.userId());
    }

    /** Nobody knows whether it is the thief or the owner who asks, so the record names no actor. */
    private RefreshResult stolen(RefreshToken token) {
        if (ending.end(token.userId(), token.sessionId())) {
            audit.record(
                    AuditAction.REFRESH_TOKEN_REUSED,
                    null,
                    Audit.USER,
                    token.userId().toString(),
                    Map.of(SESSION, token.sessionId().toString()));
            LOG.atWarn()
                    .addKeyValue(LogField.USER_ID, token.userId())
                    .addKeyValue(LogField.SESSION_ID, token.sessionId())
                    .log("a refresh token was used twice; its session was ended");
        }
        return new RefreshResult.Stolen();
    }

    private OpaqueToken append(UserId user, SessionId session, Instant now) {
        OpaqueToken secret = OpaqueToken.random(random);
        tokens.save(new RefreshToken(
                ids.next().toString(), session, user, secret.hash(), now, now.plus(LIFETIME), null, null));
        return secret;
    }
}
