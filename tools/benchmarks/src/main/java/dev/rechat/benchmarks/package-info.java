/** The program behind {@code ./rechat bench}. */
@NullMarked
package dev.rechat.benchmarks;

import org.jspecify.annotations.NullMarked;
