/** The tasks there are. */
@NullMarked
package dev.rechat.maintenance.task;

import org.jspecify.annotations.NullMarked;
