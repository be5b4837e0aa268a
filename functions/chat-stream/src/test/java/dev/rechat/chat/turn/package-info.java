@NullMarked
package dev.rechat.chat.turn;

import org.jspecify.annotations.NullMarked;
