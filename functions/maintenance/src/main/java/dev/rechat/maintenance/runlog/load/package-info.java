/** Runs that Dify had before ReChat recorded any. */
@NullMarked
package dev.rechat.maintenance.runlog.load;

import org.jspecify.annotations.NullMarked;
