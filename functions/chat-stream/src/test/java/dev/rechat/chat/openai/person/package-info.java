@NullMarked
package dev.rechat.chat.openai.person;

import org.jspecify.annotations.NullMarked;
