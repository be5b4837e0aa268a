@NullMarked
package dev.rechat.chat.http;

import org.jspecify.annotations.NullMarked;
