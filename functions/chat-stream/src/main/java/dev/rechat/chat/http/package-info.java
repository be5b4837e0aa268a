/** The routes of the chat-stream function. */
@NullMarked
package dev.rechat.chat.http;

import org.jspecify.annotations.NullMarked;
