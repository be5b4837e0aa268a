/** Stores in memory, to try what goes between stores. */
@NullMarked
package dev.rechat.maintenance.runlog;

import org.jspecify.annotations.NullMarked;
