/** The routes of the OpenAI-compatible API. */
@NullMarked
package dev.rechat.chat.openai.http;

import org.jspecify.annotations.NullMarked;
