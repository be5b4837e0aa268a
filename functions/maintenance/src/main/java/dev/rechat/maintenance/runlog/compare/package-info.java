/** Whether two stores hold the same records. */
@NullMarked
package dev.rechat.maintenance.runlog.compare;

import org.jspecify.annotations.NullMarked;
