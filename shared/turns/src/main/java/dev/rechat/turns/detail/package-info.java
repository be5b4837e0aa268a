/** What is kept of a run beside its answer, for whoever ends a turn. */
@NullMarked
package dev.rechat.turns.detail;

import org.jspecify.annotations.NullMarked;
