/** What one sees of one's own usage. */
@NullMarked
package dev.rechat.conversation.usage;

import org.jspecify.annotations.NullMarked;
