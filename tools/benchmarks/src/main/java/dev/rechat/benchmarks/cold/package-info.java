/** What a cold start of each function costs. */
@NullMarked
package dev.rechat.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
