/** From Dify's events to ours: Dify's names end here. */
@NullMarked
package dev.rechat.chat.translate;

import org.jspecify.annotations.NullMarked;
