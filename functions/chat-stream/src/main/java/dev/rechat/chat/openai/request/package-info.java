/** Questions as programs that speak OpenAI's API ask them. */
@NullMarked
package dev.rechat.chat.openai.request;

import org.jspecify.annotations.NullMarked;
