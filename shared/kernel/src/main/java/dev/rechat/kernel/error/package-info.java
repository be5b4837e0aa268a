/** The error family of ReChat: stable codes, and exceptions that carry one. */
@NullMarked
package dev.rechat.kernel.error;

import org.jspecify.annotations.NullMarked;
