/** Letting go of records of runs. */
@NullMarked
package dev.rechat.maintenance.runlog.tidy;

import org.jspecify.annotations.NullMarked;
