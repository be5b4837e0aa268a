@NullMarked
package dev.rechat.benchmarks.data;

import org.jspecify.annotations.NullMarked;
