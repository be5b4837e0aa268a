/** An authority of one's own, and what shows its certificates. */
@NullMarked
package dev.rechat.testing.tls;

import org.jspecify.annotations.NullMarked;
