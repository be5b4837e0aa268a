/** {@code GET /health}. */
@NullMarked
package dev.rechat.web.health;

import org.jspecify.annotations.NullMarked;
