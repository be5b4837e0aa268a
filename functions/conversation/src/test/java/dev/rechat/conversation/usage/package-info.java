@NullMarked
package dev.rechat.conversation.usage;

import org.jspecify.annotations.NullMarked;
