/** A Dify that writes its answers at an exact pace and notes in each event when it was sent. */
@NullMarked
package dev.rechat.benchmarks.paced;

import org.jspecify.annotations.NullMarked;
