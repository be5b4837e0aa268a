/** What is kept of runs that have been let go. */
@NullMarked
package dev.rechat.runlog.archive;

import org.jspecify.annotations.NullMarked;
