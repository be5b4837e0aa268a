/** Where inputs and outputs are kept that are too large for a row. */
@NullMarked
package dev.rechat.runlog.payload;

import org.jspecify.annotations.NullMarked;
