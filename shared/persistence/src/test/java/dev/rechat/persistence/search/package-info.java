/** The queries of the search, on a real database. */
@NullMarked
package dev.rechat.persistence.search;

import org.jspecify.annotations.NullMarked;
