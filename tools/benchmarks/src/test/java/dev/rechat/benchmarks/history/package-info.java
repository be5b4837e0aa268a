@NullMarked
package dev.rechat.benchmarks.history;

import org.jspecify.annotations.NullMarked;
