/** Where in which conversation such a question stands. */
@NullMarked
package dev.rechat.chat.openai.place;

import org.jspecify.annotations.NullMarked;
