/** The function on Netty and a real database, as its callers see it. */
@NullMarked
package dev.rechat.conversation;

import org.jspecify.annotations.NullMarked;
