/** Tests on a real database. */
@NullMarked
package dev.rechat.persistence.feedback;

import org.jspecify.annotations.NullMarked;
