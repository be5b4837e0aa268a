/** The connection pool, the columns that ids live in, and the state of the database. */
@NullMarked
package dev.rechat.persistence.database;

import org.jspecify.annotations.NullMarked;
