/** Errors on the wire: every failure becomes a problem body with a stable code, in one place. */
@NullMarked
package dev.rechat.web.error;

import org.jspecify.annotations.NullMarked;
