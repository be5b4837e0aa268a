/** Whom the process trusts when it connects by TLS. */
@NullMarked
package dev.rechat.kernel.tls;

import org.jspecify.annotations.NullMarked;
