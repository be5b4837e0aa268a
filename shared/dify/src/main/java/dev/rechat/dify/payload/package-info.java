/** The bodies of Dify's answers and events, as records; whatever Dify may leave out or send as null is nullable, lists are never null. */
@NullMarked
package dev.rechat.dify.payload;

import org.jspecify.annotations.NullMarked;
