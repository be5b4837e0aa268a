/** Figures of runs. */
@NullMarked
package dev.rechat.runlog.statistics;

import org.jspecify.annotations.NullMarked;
