/** Tests of dev.rechat.auth.totp. */
@NullMarked
package dev.rechat.auth.totp;

import org.jspecify.annotations.NullMarked;
