/** Finds words in a person's own conversations, and shows where they stand. */
@NullMarked
package dev.rechat.conversation.search;

import org.jspecify.annotations.NullMarked;
