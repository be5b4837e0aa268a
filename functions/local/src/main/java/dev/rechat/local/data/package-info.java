/** The data directory: who owns it, what it keeps between starts, whether there is room for it. */
@NullMarked
package dev.rechat.local.data;

import org.jspecify.annotations.NullMarked;
