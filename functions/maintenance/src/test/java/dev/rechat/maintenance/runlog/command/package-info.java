/** Tests of the package of the same name. */
@NullMarked
package dev.rechat.maintenance.runlog.command;

import org.jspecify.annotations.NullMarked;
