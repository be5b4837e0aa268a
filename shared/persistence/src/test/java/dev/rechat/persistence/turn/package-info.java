/** Tests on a real database. */
@NullMarked
package dev.rechat.persistence.turn;

import org.jspecify.annotations.NullMarked;
