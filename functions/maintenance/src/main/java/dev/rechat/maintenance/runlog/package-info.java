/** What is done to the records of runs beside requests. */
@NullMarked
package dev.rechat.maintenance.runlog;

import org.jspecify.annotations.NullMarked;
