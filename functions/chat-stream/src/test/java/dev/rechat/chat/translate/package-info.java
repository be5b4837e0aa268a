/** What becomes of Dify's events. */
@NullMarked
package dev.rechat.chat.translate;

import org.jspecify.annotations.NullMarked;
