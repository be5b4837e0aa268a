/** Tests of the databases. */
@NullMarked
package dev.rechat.testing.database;

import org.jspecify.annotations.NullMarked;
