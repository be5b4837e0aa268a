/** Which stores there are, and how they are. */
@NullMarked
package dev.rechat.maintenance.runlog.store;

import org.jspecify.annotations.NullMarked;
