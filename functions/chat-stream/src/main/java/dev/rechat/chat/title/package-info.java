/** Titles of conversations. */
@NullMarked
package dev.rechat.chat.title;

import org.jspecify.annotations.NullMarked;
