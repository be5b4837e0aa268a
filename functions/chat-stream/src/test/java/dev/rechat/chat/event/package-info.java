@NullMarked
package dev.rechat.chat.event;

import org.jspecify.annotations.NullMarked;
