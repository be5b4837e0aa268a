@NullMarked
package dev.rechat.conversation.export;

import org.jspecify.annotations.NullMarked;
