/** The embedded MariaDB server. */
@NullMarked
package dev.rechat.local.database;

import org.jspecify.annotations.NullMarked;
