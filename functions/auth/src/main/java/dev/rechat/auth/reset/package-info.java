/** The routes below {@code /api/v1/auth/password} for somebody who does not know theirs any more. */
@NullMarked
package dev.rechat.auth.reset;

import org.jspecify.annotations.NullMarked;
