/** Whole records in and out of a store, for recording, for moving between stores and for comparing them. */
@NullMarked
package dev.rechat.runlog.transfer;

import org.jspecify.annotations.NullMarked;
