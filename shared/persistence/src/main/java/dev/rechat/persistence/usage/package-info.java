/** What ended turns have cost, and its sums. */
@NullMarked
package dev.rechat.persistence.usage;

import org.jspecify.annotations.NullMarked;
