/** A real MariaDB or MySQL server for tests: one per JVM, a fresh schema for whoever asks. */
@NullMarked
package dev.rechat.testing.database;

import org.jspecify.annotations.NullMarked;
