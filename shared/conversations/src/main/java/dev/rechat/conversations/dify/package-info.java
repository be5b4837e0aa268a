/** Where apps are at Dify, and what its failures are called here. */
@NullMarked
package dev.rechat.conversations.dify;

import org.jspecify.annotations.NullMarked;
