/** Browsers that somebody signed in with before. */
@NullMarked
package dev.rechat.accounts.device;

import org.jspecify.annotations.NullMarked;
