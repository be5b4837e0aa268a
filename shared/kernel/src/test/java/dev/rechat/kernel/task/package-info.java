/** Tests of dev.rechat.kernel.task. */
@NullMarked
package dev.rechat.kernel.task;

import org.jspecify.annotations.NullMarked;
