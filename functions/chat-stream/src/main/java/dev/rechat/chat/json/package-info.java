/** JSON that is kept as text. */
@NullMarked
package dev.rechat.chat.json;

import org.jspecify.annotations.NullMarked;
