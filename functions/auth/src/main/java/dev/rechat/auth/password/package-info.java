/** Asking for a password again. */
@NullMarked
package dev.rechat.auth.password;

import org.jspecify.annotations.NullMarked;
