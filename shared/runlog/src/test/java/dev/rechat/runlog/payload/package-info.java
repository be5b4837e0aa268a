/** Where large inputs and outputs go. */
@NullMarked
package dev.rechat.runlog.payload;

import org.jspecify.annotations.NullMarked;
