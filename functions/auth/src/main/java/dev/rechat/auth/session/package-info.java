/** Sessions: short-lived access tokens, and the rotating refresh tokens that renew them. */
@NullMarked
package dev.rechat.auth.session;

import org.jspecify.annotations.NullMarked;
