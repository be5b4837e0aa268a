/** How tasks are run: one bounded batch at a time, within a time, each run written down. */
@NullMarked
package dev.rechat.maintenance.run;

import org.jspecify.annotations.NullMarked;
