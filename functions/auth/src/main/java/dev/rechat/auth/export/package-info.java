/** Taking one's own data home. */
@NullMarked
package dev.rechat.auth.export;

import org.jspecify.annotations.NullMarked;
