/** The kinds of records, one like the other: how to take them out of a batch, and what their fields are. */
@NullMarked
package dev.rechat.maintenance.runlog.kind;

import org.jspecify.annotations.NullMarked;
