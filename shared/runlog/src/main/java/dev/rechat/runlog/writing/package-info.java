/** Records on their way to a store: gathered, written in bulk, kept while the store is away. */
@NullMarked
package dev.rechat.runlog.writing;

import org.jspecify.annotations.NullMarked;
