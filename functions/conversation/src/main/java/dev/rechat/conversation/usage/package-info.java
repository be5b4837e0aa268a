/** What one has used oneself, and what one may use. */
@NullMarked
package dev.rechat.conversation.usage;

import org.jspecify.annotations.NullMarked;
