/** Tests of dev.rechat.auth.password. */
@NullMarked
package dev.rechat.auth.password;

import org.jspecify.annotations.NullMarked;
