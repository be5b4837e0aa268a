package dev.rechat.web.user;

import dev.rechat.kernel.account.KeyRules;
import dev.rechat.kernel.account.Role;
import dev.rechat.kernel.error.ErrorCode;
import dev.rechat.kernel.error.RefusedException;
import dev.rechat.kernel.id.ApiKeyId;
import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who makes this request. A controller takes it as a parameter; the token was verified before.
 *
 * @param role of the account as it is now, to be shown; what it may do is decided at the route
 * @param sessionId null for an API key
 * @param keyId null for somebody who signed in; of a key that acts for others the key, and {@code id} whom it acts for
 * @param key what the key may do beside its scopes
 */
public record CurrentUser(
        UserId id,
        Role role,
        @Nullable SessionId sessionId,
        @Nullable ApiKeyId keyId,
        KeyRules key) implements Principal {

    /** Without a key, or with one that has no rules of its own. */
    public CurrentUser(UserId id, Role role, @Nullable SessionId sessionId, @Nullable ApiKeyId keyId) {
        this(id, role, sessionId, keyId, KeyRules.NONE);
    }

    @Override
    public String getName() {
        return id.toString();
    }

    static RefusedException unauthenticated() {
        return new RefusedException(ErrorCode.UNAUTHENTICATED, "a valid access token is needed");
    }
}
