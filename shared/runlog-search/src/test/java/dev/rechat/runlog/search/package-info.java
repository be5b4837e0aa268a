/** Tests of the store against real servers. */
@NullMarked
package dev.rechat.runlog.search;

import org.jspecify.annotations.NullMarked;
