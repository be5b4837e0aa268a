/** What is done for the house beside people's requests. */
@NullMarked
package dev.rechat.conversation.removal;

import org.jspecify.annotations.NullMarked;
