/** Tests through HTTP. */
@NullMarked
package dev.rechat.conversation.app;

import org.jspecify.annotations.NullMarked;
