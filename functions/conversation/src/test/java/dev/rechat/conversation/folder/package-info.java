/** Tests with real HTTP on a real database. */
@NullMarked
package dev.rechat.conversation.folder;

import org.jspecify.annotations.NullMarked;
