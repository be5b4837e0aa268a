/** A person's conversations and their messages: read, renamed, pinned, archived, deleted. */
@NullMarked
package dev.rechat.conversation.history;

import org.jspecify.annotations.NullMarked;
