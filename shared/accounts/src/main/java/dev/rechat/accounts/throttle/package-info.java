/** Making guesses slow: what may be tried how often, by whom. */
@NullMarked
package dev.rechat.accounts.throttle;

import org.jspecify.annotations.NullMarked;
