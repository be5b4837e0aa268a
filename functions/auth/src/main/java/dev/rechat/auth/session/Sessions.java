package dev.rechat.auth.session;

import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.hash.OpaqueToken;
import dev.rechat.kernel.id.IdGenerator;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.persistence.account.User;
import dev.rechat.persistence.database.Deadlocks;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in on one device, staying signed in, and signing out. */
@Singleton
public final class Sessions {

    private final RefreshChain chain;
    private final AccessTokens accessTokens;
    private final IdGenerator ids;

    Sessions(RefreshChain chain, AccessTokens accessTokens, IdGenerator ids) {
        this.chain = chain;
        this.accessTokens = accessTokens;
        this.ids = ids;
    }

    /**
     * Begins a session of somebody who has proved who they are; inside the caller's transaction when there is one.
     *
     * @param user as it was when the proof was checked
     * @throws RefusedException {@code invalid_credentials} when the account was closed, or its password changed, since
     */
    public SessionGrant begin(User user) {
        SessionId session = ids.nextSessionId();
        OpaqueToken secret = chain.begin(user, session)
                .orElseThrow(() -> new RefusedException(
                        ErrorCode.INVALID_CREDENTIALS, "the e-mail address or the password is wrong"));
        return grant(user, session, secret);
    }

    /**
     * Goes on with the session of this cookie.
     *
     * @throws RefusedException {@code invalid_refresh_token} when the cookie is missing, expired, ended or was used
     *     before, {@code account_disabled} when the account was
     */
    public SessionGrant renew(@Nullable String cookie) {
        RefreshResult result = secret(cookie)
                .map(secret -> Deadlocks.retry(() -> chain.renew(secret)))
                .orElseGet(RefreshResult.Unknown::new);
        return switch (result) {
            case RefreshResult.Renewed renewed -> grant(renewed.user(), renewed.session(), renewed.next());
            case RefreshResult.AccountGone _ ->
                throw new RefusedException(ErrorCode.ACCOUNT_DISABLED, "this account is disabled");
            case RefreshResult.Unknown _, RefreshResult.Stolen _ ->
                throw new RefusedException(ErrorCode.INVALID_REFRESH_TOKEN, "sign in again");
        };
    }

    /** Ends the session of this cookie; does nothing without one. */
    public void end(@Nullable String cookie) {
        secret(cookie).ifPresent(chain::end);
    }

    private SessionGrant grant(User user, SessionId session, OpaqueToken secret) {
        return new SessionGrant(
                session,
                accessTokens.issue(user, session),
                AccessTokens.LIFETIME,
                secret.value(),
                RefreshChain.LIFETIME);
    }

    private static Optional<OpaqueToken> secret(@Nullable String cookie) {
        return cookie == null ? Optional.empty() : OpaqueToken.of(cookie);
    }
}
