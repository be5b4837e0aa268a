/** The apps people may chat with. */
@NullMarked
package dev.rechat.conversation.app;

import org.jspecify.annotations.NullMarked;
