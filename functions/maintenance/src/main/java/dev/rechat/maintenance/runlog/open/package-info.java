/** Runs whose end nobody has told. */
@NullMarked
package dev.rechat.maintenance.runlog.open;

import org.jspecify.annotations.NullMarked;
