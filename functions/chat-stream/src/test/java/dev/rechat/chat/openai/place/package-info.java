@NullMarked
package dev.rechat.chat.openai.place;

import org.jspecify.annotations.NullMarked;
