/** Secrets that stand sealed in the database. */
@NullMarked
package dev.rechat.persistence.secret;

import org.jspecify.annotations.NullMarked;
