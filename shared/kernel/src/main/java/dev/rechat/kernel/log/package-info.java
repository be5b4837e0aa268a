/** The words of our log lines. */
@NullMarked
package dev.rechat.kernel.log;

import org.jspecify.annotations.NullMarked;
