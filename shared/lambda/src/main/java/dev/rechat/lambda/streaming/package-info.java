/** The entry point of functions whose answers reach the client while they are produced. */
@NullMarked
package dev.rechat.lambda.streaming;

import org.jspecify.annotations.NullMarked;
