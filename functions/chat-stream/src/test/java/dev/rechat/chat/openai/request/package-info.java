@NullMarked
package dev.rechat.chat.openai.request;

import org.jspecify.annotations.NullMarked;
