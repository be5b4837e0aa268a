/** Sharing a branch of a conversation by link, and reading what was shared. */
@NullMarked
package dev.rechat.conversation.share;

import org.jspecify.annotations.NullMarked;
