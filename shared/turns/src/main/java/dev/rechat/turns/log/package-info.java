/** The form in which the events of a turn are kept, for whoever writes, reads or ends its log. */
@NullMarked
package dev.rechat.turns.log;

import org.jspecify.annotations.NullMarked;
