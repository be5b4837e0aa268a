/** Answers as OpenAI writes them. */
@NullMarked
package dev.rechat.chat.openai.answer;

import org.jspecify.annotations.NullMarked;
