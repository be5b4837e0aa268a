/** What turns cost, and what they may cost. */
@NullMarked
package dev.rechat.usage;

import org.jspecify.annotations.NullMarked;
