/** The folders that people keep conversations in. */
@NullMarked
package dev.rechat.conversation.folder;

import org.jspecify.annotations.NullMarked;
