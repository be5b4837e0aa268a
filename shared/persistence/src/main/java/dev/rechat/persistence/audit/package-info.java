/** What was done to accounts and to the house, and by whom. */
@NullMarked
package dev.rechat.persistence.audit;

import org.jspecify.annotations.NullMarked;
