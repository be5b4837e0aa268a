/** A house full of made-up people and what they asked: {@code ./rechat bench data}. */
@NullMarked
package dev.rechat.benchmarks.data;

import org.jspecify.annotations.NullMarked;
