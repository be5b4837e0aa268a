/** Sharing, through HTTP. */
@NullMarked
package dev.rechat.conversation.share;

import org.jspecify.annotations.NullMarked;
