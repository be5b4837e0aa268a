/** The log of running and ended turns in the database, and who holds them. */
@NullMarked
package dev.rechat.chat.journal;

import org.jspecify.annotations.NullMarked;
