@NullMarked
package dev.rechat.kernel.hash;

import org.jspecify.annotations.NullMarked;
