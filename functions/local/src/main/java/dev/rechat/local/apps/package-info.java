/** A look at the apps when one process has started. */
@NullMarked
package dev.rechat.local.apps;

import org.jspecify.annotations.NullMarked;
