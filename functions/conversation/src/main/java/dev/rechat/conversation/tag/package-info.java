/** Words that people put on their conversations. */
@NullMarked
package dev.rechat.conversation.tag;

import org.jspecify.annotations.NullMarked;
