/** The clock everything reads, so that tests can stand still. */
@NullMarked
package dev.rechat.kernel.time;

import org.jspecify.annotations.NullMarked;
