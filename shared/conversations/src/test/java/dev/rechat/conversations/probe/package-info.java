@NullMarked
package dev.rechat.conversations.probe;

import org.jspecify.annotations.NullMarked;
