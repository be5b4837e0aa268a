/** How the OpenAI-compatible API behaves. */
@NullMarked
package dev.rechat.chat.openai.settings;

import org.jspecify.annotations.NullMarked;
