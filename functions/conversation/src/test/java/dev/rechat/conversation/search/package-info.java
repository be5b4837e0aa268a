/** Searching one's own conversations, through HTTP on a real database. */
@NullMarked
package dev.rechat.conversation.search;

import org.jspecify.annotations.NullMarked;
