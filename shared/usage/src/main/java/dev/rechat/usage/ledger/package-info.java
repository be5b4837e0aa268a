/** What each ended turn has cost, and the sums of it. */
@NullMarked
package dev.rechat.usage.ledger;

import org.jspecify.annotations.NullMarked;
