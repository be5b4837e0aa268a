@NullMarked
package dev.rechat.kernel.tls;

import org.jspecify.annotations.NullMarked;
