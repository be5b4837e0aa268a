/** Passwords that were forgotten, over HTTP and mail. */
@NullMarked
package dev.rechat.auth.reset;

import org.jspecify.annotations.NullMarked;
