/** The turn engine: a question is stored, asked, relayed while it is answered, and stored with its answer. */
@NullMarked
package dev.rechat.chat.turn;

import org.jspecify.annotations.NullMarked;
