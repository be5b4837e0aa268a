/** The route {@code /api/v1/banner}. */
@NullMarked
package dev.rechat.auth.banner;

import org.jspecify.annotations.NullMarked;
