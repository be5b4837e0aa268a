/** Tests of dev.rechat.accounts.throttle. */
@NullMarked
package dev.rechat.accounts.throttle;

import org.jspecify.annotations.NullMarked;
