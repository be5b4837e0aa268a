/** A house whose turns end. */
@NullMarked
package dev.rechat.usage;

import org.jspecify.annotations.NullMarked;
