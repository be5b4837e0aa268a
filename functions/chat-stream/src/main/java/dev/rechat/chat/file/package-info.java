/** Files on their way between people, their messages and Dify. */
@NullMarked
package dev.rechat.chat.file;

import org.jspecify.annotations.NullMarked;
