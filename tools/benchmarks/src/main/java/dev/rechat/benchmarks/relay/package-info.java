/** What relaying a stream costs: ReChat beside nginx and beside asking directly. */
@NullMarked
package dev.rechat.benchmarks.relay;

import org.jspecify.annotations.NullMarked;
