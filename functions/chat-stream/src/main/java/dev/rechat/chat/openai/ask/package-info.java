/** Questions of programs, asked on the turn engine. */
@NullMarked
package dev.rechat.chat.openai.ask;

import org.jspecify.annotations.NullMarked;
