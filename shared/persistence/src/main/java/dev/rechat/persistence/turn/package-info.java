/** Turns: one question and the answer made for it, with the lease of whoever produces it. */
@NullMarked
package dev.rechat.persistence.turn;

import org.jspecify.annotations.NullMarked;
