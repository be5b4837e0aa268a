/** Tests of dev.rechat.benchmarks.password. */
@NullMarked
package dev.rechat.benchmarks.password;

import org.jspecify.annotations.NullMarked;
