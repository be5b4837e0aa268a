/** Runs that wait for a person or a time. */
@NullMarked
package dev.rechat.runlog.pause;

import org.jspecify.annotations.NullMarked;
