/** The house's days. */
@NullMarked
package dev.rechat.usage.day;

import org.jspecify.annotations.NullMarked;
