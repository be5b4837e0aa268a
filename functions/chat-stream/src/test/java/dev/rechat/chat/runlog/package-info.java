@NullMarked
package dev.rechat.chat.runlog;

import org.jspecify.annotations.NullMarked;
