/** Work beside requests. */
@NullMarked
package dev.rechat.kernel.task;

import org.jspecify.annotations.NullMarked;
