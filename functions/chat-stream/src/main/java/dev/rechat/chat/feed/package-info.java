/** The log of a running turn in memory, and its readers: the producer never waits for any of them. */
@NullMarked
package dev.rechat.chat.feed;

import org.jspecify.annotations.NullMarked;
