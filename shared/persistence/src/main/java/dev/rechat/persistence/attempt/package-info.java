/** Attempts at what is to be slow to guess. */
@NullMarked
package dev.rechat.persistence.attempt;

import org.jspecify.annotations.NullMarked;
