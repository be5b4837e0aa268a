/** Metrics for CloudWatch, told by log lines: no agent, no SDK, no call. */
@NullMarked
package dev.rechat.lambda.signal;

import org.jspecify.annotations.NullMarked;
