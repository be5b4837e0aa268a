package dev.rechat.kernel.account;

import dev.rechat.kernel.id.SessionId;
import dev.rechat.kernel.id.UserId;
import java.util.Optional;

/**
 * Looks standings up. Blocks: each call is one query. Fails as the database fails; {@link
 * dev.rechat.kernel.error.FailureTranslator} knows what that means.
 */
public interface Standings {

    /** Of the account whose session this is; empty when the session was ended or the account is not active. */
    Optional<Standing> ofSession(SessionId session, UserId user);

    /** Of the key with this identifier; empty when it is unknown, revoked or expired, or its account is not active. */
    Optional<KeyStanding> ofKey(String identifier);

    /** Of an account that nobody has signed in to for this; empty when it is not active. */
    Optional<Standing> ofAccount(UserId user);
}
