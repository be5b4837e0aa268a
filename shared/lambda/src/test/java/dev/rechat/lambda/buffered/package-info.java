/** The proxy form. */
@NullMarked
package dev.rechat.lambda.buffered;

import org.jspecify.annotations.NullMarked;
