/** Metrics of one's own server, for Prometheus. Nothing of this is there without a token for it. */
@NullMarked
package dev.rechat.local.metrics;

import org.jspecify.annotations.NullMarked;
