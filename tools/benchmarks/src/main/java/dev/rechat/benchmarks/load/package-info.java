/** Opens many streams at once from one thread and measures what arrives. */
@NullMarked
package dev.rechat.benchmarks.load;

import org.jspecify.annotations.NullMarked;
