/** Which passwords are taken, and how they are kept. */
@NullMarked
package dev.rechat.accounts.password;

import org.jspecify.annotations.NullMarked;
