/** Removing conversations for good, here and at Dify. */
@NullMarked
package dev.rechat.conversations.removal;

import org.jspecify.annotations.NullMarked;
