/** The routes below {@code /api/v1/auth}: registering, signing in and out, and who one is. */
@NullMarked
package dev.rechat.auth.account;

import org.jspecify.annotations.NullMarked;
