/** Executions of nodes within runs, and what of them was too large for a row. */
@NullMarked
package dev.rechat.runlog.node;

import org.jspecify.annotations.NullMarked;
