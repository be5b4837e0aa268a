package dev.rechat.auth.account;

import dev.rechat.auth.session.SessionGrant;
import dev.rechat.persistence.account.User;

/** An account whose owner proved who they are, and the session that began with it. */
public record SignedIn(User user, SessionGrant grant) {}
