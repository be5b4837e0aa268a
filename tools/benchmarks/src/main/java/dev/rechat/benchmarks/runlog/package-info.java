/** Run logs of millions of runs, and what they cost in both stores. */
@NullMarked
package dev.rechat.benchmarks.runlog;

import org.jspecify.annotations.NullMarked;
