/** Writing down what was done to accounts and to the house. */
@NullMarked
package dev.rechat.accounts.audit;

import org.jspecify.annotations.NullMarked;
