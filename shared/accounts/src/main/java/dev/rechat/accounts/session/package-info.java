/** Ending sessions, whoever wants it. */
@NullMarked
package dev.rechat.accounts.session;

import org.jspecify.annotations.NullMarked;
