/** What leaves the house in a document and comes back in one; every query carries the owner. */
@NullMarked
package dev.rechat.persistence.exchange;

import org.jspecify.annotations.NullMarked;
