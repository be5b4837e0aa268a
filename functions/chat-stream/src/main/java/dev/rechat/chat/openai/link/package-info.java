/** Addresses of files in such an answer, good for the key that was given it. */
@NullMarked
package dev.rechat.chat.openai.link;

import org.jspecify.annotations.NullMarked;
