/** People who are signed in, for tests of functions that sign nobody in. */
@NullMarked
package dev.rechat.testing.account;

import org.jspecify.annotations.NullMarked;
