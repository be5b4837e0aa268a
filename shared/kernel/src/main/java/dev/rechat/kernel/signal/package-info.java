/** What a process tells of itself in numbers: the names, and what counts. */
@NullMarked
package dev.rechat.kernel.signal;

import org.jspecify.annotations.NullMarked;
