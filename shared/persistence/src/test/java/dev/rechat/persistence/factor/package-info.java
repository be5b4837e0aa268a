/** Tests on a real database. */
@NullMarked
package dev.rechat.persistence.factor;

import org.jspecify.annotations.NullMarked;
