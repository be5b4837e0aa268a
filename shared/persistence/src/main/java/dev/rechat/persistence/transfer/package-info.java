/** How far long journeys of records have come. */
@NullMarked
package dev.rechat.persistence.transfer;

import org.jspecify.annotations.NullMarked;
