package dev.rechat.web.user;

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
 * @param keyId null for somebody who signed in
 */
public record CurrentUser(
        UserId id,
        Role role,
        @Nullable SessionId sessionId,
        @Nullable ApiKeyId keyId) implements Principal {

    @Override
    public String getName() {
        return id.toString();
    }

    static RefusedException unauthenticated() {
        return new RefusedException(ErrorCode.UNAUTHENTICATED, "a valid access token is needed");
    }
}
