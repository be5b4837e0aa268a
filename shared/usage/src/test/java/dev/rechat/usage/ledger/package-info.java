/** Tests. */
@NullMarked
package dev.rechat.usage.ledger;

import org.jspecify.annotations.NullMarked;
