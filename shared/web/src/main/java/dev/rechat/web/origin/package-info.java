/** Requests that a browser makes for another site than ours. */
@NullMarked
package dev.rechat.web.origin;

import org.jspecify.annotations.NullMarked;
