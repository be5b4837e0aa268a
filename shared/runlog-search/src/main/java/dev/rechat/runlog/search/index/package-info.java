/** Indices: their names, mappings and lifecycle, and how documents are written, found and removed. */
@NullMarked
package dev.rechat.runlog.search.index;

import org.jspecify.annotations.NullMarked;
