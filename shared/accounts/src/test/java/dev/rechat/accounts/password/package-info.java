/** Tests of dev.rechat.accounts.password. */
@NullMarked
package dev.rechat.accounts.password;

import org.jspecify.annotations.NullMarked;
