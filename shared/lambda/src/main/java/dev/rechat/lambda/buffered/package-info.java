/** The entry point of functions that answer with one finished body. */
@NullMarked
package dev.rechat.lambda.buffered;

import org.jspecify.annotations.NullMarked;
