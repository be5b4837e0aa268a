/** Records as documents, and back. */
@NullMarked
package dev.rechat.runlog.search.document;

import org.jspecify.annotations.NullMarked;
