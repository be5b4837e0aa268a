/** The routes below {@code /api/v1/auth/email}: showing that an address is one's own. */
@NullMarked
package dev.rechat.auth.verify;

import org.jspecify.annotations.NullMarked;
