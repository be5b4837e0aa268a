/** Looks through a person's own texts; every query carries the owner. */
@NullMarked
package dev.rechat.persistence.search;

import org.jspecify.annotations.NullMarked;
