@NullMarked
package dev.rechat.conversations.removal;

import org.jspecify.annotations.NullMarked;
