/** The audit log in the database. */
@NullMarked
package dev.rechat.persistence.audit;

import org.jspecify.annotations.NullMarked;
