/** Tests. */
@NullMarked
package dev.rechat.usage.day;

import org.jspecify.annotations.NullMarked;
