/** What a store of run logs is: its repositories, its name, how it is. */
@NullMarked
package dev.rechat.runlog.store;

import org.jspecify.annotations.NullMarked;
