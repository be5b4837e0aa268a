/** How far something long has come that may be interrupted, and who is at it. */
@NullMarked
package dev.rechat.maintenance.runlog.journey;

import org.jspecify.annotations.NullMarked;
