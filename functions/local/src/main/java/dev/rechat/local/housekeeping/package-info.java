/** What functions do beside requests, done by the clock: one process is there all the time. */
@NullMarked
package dev.rechat.local.housekeeping;

import org.jspecify.annotations.NullMarked;
