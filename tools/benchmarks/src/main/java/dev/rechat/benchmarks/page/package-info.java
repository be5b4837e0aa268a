/** Places in docs/performance.md that a benchmark writes. */
@NullMarked
package dev.rechat.benchmarks.page;

import org.jspecify.annotations.NullMarked;
