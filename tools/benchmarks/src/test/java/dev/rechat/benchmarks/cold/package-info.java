@NullMarked
package dev.rechat.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
