/** What to ask next. */
@NullMarked
package dev.rechat.chat.suggestion;

import org.jspecify.annotations.NullMarked;
