@NullMarked
package dev.rechat.conversation.removal;

import org.jspecify.annotations.NullMarked;
