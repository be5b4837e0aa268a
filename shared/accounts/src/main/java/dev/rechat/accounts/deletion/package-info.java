/** Deleting an account with everything that belongs to it. */
@NullMarked
package dev.rechat.accounts.deletion;

import org.jspecify.annotations.NullMarked;
