@NullMarked
package dev.rechat.chat.feed;

import org.jspecify.annotations.NullMarked;
