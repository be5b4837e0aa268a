/** Programs under measurement, and what the operating system tells of them. */
@NullMarked
package dev.rechat.benchmarks.process;

import org.jspecify.annotations.NullMarked;
