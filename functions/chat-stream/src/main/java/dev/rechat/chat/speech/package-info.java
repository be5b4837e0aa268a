/** Speech to text and answers read out. */
@NullMarked
package dev.rechat.chat.speech;

import org.jspecify.annotations.NullMarked;
