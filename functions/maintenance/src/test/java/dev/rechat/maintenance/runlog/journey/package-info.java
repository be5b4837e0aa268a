/** How far something long has come, and who is at it, where the database is not always there. */
@NullMarked
package dev.rechat.maintenance.runlog.journey;

import org.jspecify.annotations.NullMarked;
