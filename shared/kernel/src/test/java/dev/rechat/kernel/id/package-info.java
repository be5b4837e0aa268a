/** Ids and the time in them. */
@NullMarked
package dev.rechat.kernel.id;

import org.jspecify.annotations.NullMarked;
