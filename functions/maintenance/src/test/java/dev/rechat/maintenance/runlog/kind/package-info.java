/** Tests of the package of the same name. */
@NullMarked
package dev.rechat.maintenance.runlog.kind;

import org.jspecify.annotations.NullMarked;
