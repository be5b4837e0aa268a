/** Records of runs from one store into another, while runs go on. */
@NullMarked
package dev.rechat.maintenance.runlog.move;

import org.jspecify.annotations.NullMarked;
