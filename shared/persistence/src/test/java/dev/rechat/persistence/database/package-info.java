/** Tests on a real database. */
@NullMarked
package dev.rechat.persistence.database;

import org.jspecify.annotations.NullMarked;
