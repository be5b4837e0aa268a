/** Secrets that stand sealed in the database, and marks that show whether something there was changed. */
@NullMarked
package dev.rechat.persistence.secret;

import org.jspecify.annotations.NullMarked;
