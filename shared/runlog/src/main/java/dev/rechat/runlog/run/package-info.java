/** Runs, and the requests that began them. */
@NullMarked
package dev.rechat.runlog.run;

import org.jspecify.annotations.NullMarked;
