/** Writing down what was done to accounts and to the house, in a log that shows whether somebody changed it. */
@NullMarked
package dev.rechat.accounts.audit;

import org.jspecify.annotations.NullMarked;
