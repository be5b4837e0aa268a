/** Usage as people read it: sums of the ledger, told apart by day, app and person. */
@NullMarked
package dev.rechat.usage.report;

import org.jspecify.annotations.NullMarked;
