/** Configuration checked before anything starts: all problems at once, named by their environment variable. */
@NullMarked
package dev.rechat.kernel.config;

import org.jspecify.annotations.NullMarked;
