/** The Runtime API's wire form, without a socket. */
@NullMarked
package dev.rechat.lambda.runtime;

import org.jspecify.annotations.NullMarked;
