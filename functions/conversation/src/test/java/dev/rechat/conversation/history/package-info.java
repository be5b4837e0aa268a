/** Tests through HTTP. */
@NullMarked
package dev.rechat.conversation.history;

import org.jspecify.annotations.NullMarked;
