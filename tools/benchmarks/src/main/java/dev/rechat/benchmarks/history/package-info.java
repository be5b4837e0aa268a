/** What a person's history costs in a small house and in a large one: {@code ./rechat bench history}. */
@NullMarked
package dev.rechat.benchmarks.history;

import org.jspecify.annotations.NullMarked;
