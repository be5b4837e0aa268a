/** Stored answers with what is needed to speak of them with Dify. */
@NullMarked
package dev.rechat.chat.answer;

import org.jspecify.annotations.NullMarked;
