/** Work that repeats while there is something to do it for. */
@NullMarked
package dev.rechat.chat.tick;

import org.jspecify.annotations.NullMarked;
