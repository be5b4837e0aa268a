/** The commands about records of runs. */
@NullMarked
package dev.rechat.maintenance.runlog.command;

import org.jspecify.annotations.NullMarked;
