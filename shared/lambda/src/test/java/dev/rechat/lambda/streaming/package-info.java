/** The streaming form, piece by piece. */
@NullMarked
package dev.rechat.lambda.streaming;

import org.jspecify.annotations.NullMarked;
