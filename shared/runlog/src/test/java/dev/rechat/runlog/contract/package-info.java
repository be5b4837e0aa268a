/** What every store of run logs is tried by: a store's own tests say which store it is. */
@NullMarked
package dev.rechat.runlog.contract;

import org.jspecify.annotations.NullMarked;
