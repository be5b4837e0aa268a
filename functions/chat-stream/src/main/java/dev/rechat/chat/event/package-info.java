/** The events of a turn as clients see them; names and fields are the contract in {@code docs/api.md}. */
@NullMarked
package dev.rechat.chat.event;

import org.jspecify.annotations.NullMarked;
