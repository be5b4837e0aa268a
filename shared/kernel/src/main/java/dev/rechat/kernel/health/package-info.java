/** Whether what we depend on is there. */
@NullMarked
package dev.rechat.kernel.health;

import org.jspecify.annotations.NullMarked;
