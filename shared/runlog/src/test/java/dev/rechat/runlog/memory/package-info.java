/** A store for tests. */
@NullMarked
package dev.rechat.runlog.memory;

import org.jspecify.annotations.NullMarked;
