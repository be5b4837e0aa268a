/** How passwords are kept. */
@NullMarked
package dev.rechat.auth.password;

import org.jspecify.annotations.NullMarked;
