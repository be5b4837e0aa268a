/** Conversations that were shared by link. */
@NullMarked
package dev.rechat.kernel.share;

import org.jspecify.annotations.NullMarked;
