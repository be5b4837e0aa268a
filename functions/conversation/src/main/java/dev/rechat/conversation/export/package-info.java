/** Conversations as documents to take home, made while they are read. */
@NullMarked
package dev.rechat.conversation.export;

import org.jspecify.annotations.NullMarked;
