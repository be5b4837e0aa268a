@NullMarked
package dev.rechat.benchmarks.runlog;

import org.jspecify.annotations.NullMarked;
