@NullMarked
package dev.rechat.kernel.signal;

import org.jspecify.annotations.NullMarked;
