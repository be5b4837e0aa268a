/** What checking a password costs. */
@NullMarked
package dev.rechat.benchmarks.password;

import org.jspecify.annotations.NullMarked;
