@NullMarked
package dev.rechat.conversation.importing;

import org.jspecify.annotations.NullMarked;
