/** Conversations and their messages; every query carries the owner. */
@NullMarked
package dev.rechat.persistence.conversation;

import org.jspecify.annotations.NullMarked;
